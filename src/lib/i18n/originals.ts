import type { Language, LetterLanguage } from '#lib/domain/languages.ts';
import { reading } from './requestLanguage.ts';

// Noncharacters: no text contains them (Unicode 23.7), and no writer can type them.
const begin = '\ufdd0';
const middle = '\ufdd1';
const end = '\ufdd2';
const marked = new RegExp(`${begin}([^${begin}${end}]*)${middle}([^${begin}${end}]*)${end}`, 'g');

type Inputs = Record<string, unknown>;
type Message = (inputs?: Inputs, options?: { locale?: Language }) => string;

const keep = (text: string, which: 1 | 2): string => {
	let unmarked = text;
	// From the inside out: a text may be given into another one.
	while (unmarked.includes(begin)) {
		const before = unmarked;
		unmarked = unmarked.replace(marked, (_, translation: string, original: string) =>
			which === 1 ? translation : original,
		);
		if (unmarked === before) break;
	}
	return unmarked;
};

const keepIn = (inputs: Inputs | undefined, which: 1 | 2): Inputs =>
	Object.fromEntries(
		Object.entries(inputs ?? {}).map(([name, value]) => [
			name,
			typeof value === 'string' ? keep(value, which) : value,
		]),
	);

/** French signs of two parts stand apart from their word and stay on its line. */
const typeset = (text: string, locale: Language): string =>
	locale === 'fr' ? text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0') : text;

/** Joins a text and its original, so that the page can show the one under the other. */
export const markOriginal = (translation: string, original: string): string =>
	translation === original ? translation : begin + translation + middle + original + end;

/** Takes how to say something (a date, a list) and says it in the reader's language, with the original if they asked for it. */
export const inReadersLanguage = (say: (language: Language) => string): string => {
	const { language, original } = reading();
	const text = say(language);
	return original ? markOriginal(text, say(original)) : text;
};

/** Takes the catalogue and returns one whose texts carry their original with them whenever the reader asked for it. */
export const withOriginals = <Catalogue extends object>(catalogue: Catalogue): Catalogue =>
	Object.fromEntries(
		Object.entries(catalogue).map(([key, value]) => {
			const message = value as Message;
			const both: Message = (inputs, options) => {
				const reader = reading();
				const locale = options?.locale ?? reader.language;
				const original = options?.locale ? null : reader.original;
				if (!original) return typeset(message(inputs, { locale }), locale);
				return markOriginal(
					typeset(message(keepIn(inputs, 1), { locale }), locale),
					typeset(message(keepIn(inputs, 2), { locale: original }), original),
				);
			};
			return [key, both];
		}),
	) as Catalogue;

const tagOrText = /<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;
/** Elements that can hold letters but no further element. */
const lettersOnly = /^<(\/?)(title|option|textarea|script|style)\b/;

/** Takes a page whose texts carry their originals and returns it with each original as an element of its own after its text. */
export const showOriginals = (html: string, original: LetterLanguage): string => {
	let inLettersOnly = false;
	return html.replace(tagOrText, (part) => {
		const edge = lettersOnly.exec(part);
		if (edge) inLettersOnly = edge[1] === '';
		if (!part.includes(begin)) return part;
		if (part.startsWith('<') || inLettersOnly) return keep(part, 1);
		return part.replace(
			marked,
			(_, translation: string, text: string) =>
				`<span class="both">${translation} <span class="original" lang="${original}" dir="ltr">${text}</span></span>`,
		);
	});
};
