import type { Language } from '#lib/domain/languages.ts';
import { onceForEach } from './onceForEach.ts';

/**
 * Everywhere a list with "and": a bare row of words, which some languages make of things that are counted (Russian,
 * Turkish), runs names together. Tigrinya joins by an ending on each word, which a name in brackets cannot bear.
 */
const listIn = onceForEach(
	(language: Language) => new Intl.ListFormat(language, { type: language === 'ti' ? 'unit' : 'conjunction' }),
);

/** Takes words and returns them as a list of a language, to stand in a sentence. */
export const listInWords = (words: readonly string[], language: Language): string =>
	listIn(language).format(words);
