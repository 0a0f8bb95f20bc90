import { dateInWords } from './dateInWords.ts';
import { isolate } from './isolate.ts';
import { inReadersLanguage } from './originals.ts';

/**
 * Takes a calendar date and says it in the language of the request, to stand in a sentence: isolated from the
 * direction of the text around it, and with its French or Dutch beside it where the reader asked for the original.
 */
export const sayDate = (date: string): string =>
	inReadersLanguage((language) => isolate(dateInWords(date, language)));
