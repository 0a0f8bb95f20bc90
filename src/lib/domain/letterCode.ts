/**
 * The code on a letter: twelve symbols of Crockford's base32, 60 bits, shown as XXXX-XXXX-XXXX. The alphabet leaves
 * out I, L, O and U, which are read as other symbols or make words (https://www.crockford.com/base32.html).
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** What people type for a symbol: letters that look like digits, digits of Arabic script, Cyrillic look-alikes. */
const alike: Record<string, string> = Object.fromEntries(
	[
		['OIL', '011'],
		['٠١٢٣٤٥٦٧٨٩', '0123456789'],
		['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
		['АВЕКМНОРСТУХІ', 'ABEKMH0PCTYX1'],
	].flatMap(([typed = '', meant = '']) => [...typed].map((symbol, place) => [symbol, meant.charAt(place)])),
);

/** Spaces of all widths, dashes of all kinds, and the invisible marks that turn the writing direction. */
const between = /[\s\p{Pd}\p{Cf}\u2212\u00B7._]+/gu;

/** Takes a source of random bytes and returns a new code, twelve symbols without dashes. */
export function newLetterCode(random: (bytes: number) => Uint8Array): string {
	// 256 is a multiple of 32: every symbol is as likely as every other.
	return Array.from(random(length), (byte) => alphabet[byte % 32]).join('');
}

/** Takes a code without dashes and returns it as it stands on the letter: XXXX-XXXX-XXXX. */
export function showLetterCode(code: string): string {
	return code.replace(/.{4}(?=.)/g, '$&-');
}

/** Takes what someone typed or scanned and returns the twelve symbols meant, or null when it cannot be a code. */
export function normaliseLetterCode(typed: string): string | null {
	if (typed.length > 200) return null;
	const symbols = typed.normalize('NFKC').toUpperCase().replace(between, '');
	const code = Array.from(symbols, (symbol) => alike[symbol] ?? symbol).join('');
	return code.length === length && [...code].every((symbol) => alphabet.includes(symbol)) ? code : null;
}
