/** What a PDF may not hold, what turns the writing direction, and what is no character at all. */
const unprintable =
	// eslint-disable-next-line no-control-regex -- taking control characters out is what this is for
	/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\p{Co}\p{Cn}]/gu;

/** Takes text that somebody typed and returns it as it can be printed; names and addresses of all scripts stay as they are. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, '').trim();

/** Takes a value and returns it so that it keeps its own direction inside a sentence of another (Unicode UAX #9). */
export const isolated = (value: string): string => `\u2068${value}\u2069`;
