/** What a PDF may not hold, what turns the writing direction, and what is no character at all. */
const unprintable =
	// eslint-disable-next-line no-control-regex -- taking control characters out is what this is for
	/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\p{Co}\p{Cn}]/gu;

/** Takes text that somebody typed and returns it as it can be printed; names and addresses of all scripts stay as they are. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, '').trim();

/** Takes a value and returns it so that it keeps its own direction inside a sentence of another (Unicode UAX #9). */
export const isolated = (value: string): string => `\u2068${value}\u2069`;

/** Letters of the Arabic script that a font puts together from two drawings, and the letter that everyday writing has for them. */
const everyday: Record<string, string> = { ۀ: 'ه', ۂ: 'ہ', ۓ: 'ے' };

/**
 * Takes text and returns it as a PDF draws it. In Arabic script a reader of PDFs takes one drawing for one letter: vowel
 * signs, which everyday writing leaves out, are left out, and the mark that parts a word without a space is a half space.
 */
export const drawn = (text: string): string =>
	/\p{Script=Arabic}/u.test(text)
		? text
				.normalize('NFC')
				.replace(/[\u064b-\u065f\u0670]/g, '')
				.replace(/[ۀۂۓ]/g, (letter) => everyday[letter] ?? letter)
				.replace(/\u200c/g, '\u202f')
		: text;
