/**
 * Crockford's base32 (https://www.crockford.com/base32.html): digits and capitals without I, L, O and U, which are read
 * as other symbols or make words. For codes that people read aloud, copy by hand and type.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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

/** Takes a source of random bytes and a length and returns so many symbols, each worth 5 bits. */
export function newSymbols(random: (bytes: number) => Uint8Array, length: number): string {
	// 256 is a multiple of 32: every symbol is as likely as every other.
	return Array.from(random(length), (byte) => alphabet[byte % 32]).join('');
}

/** Takes what someone typed or scanned and a length and returns the symbols meant, or null when it cannot be so many. */
export function readSymbols(typed: string, length: number): string | null {
	if (typed.length > 200) return null;
	const symbols = typed.normalize('NFKC').toUpperCase().replace(between, '');
	const code = Array.from(symbols, (symbol) => alike[symbol] ?? symbol).join('');
	return code.length === length && [...code].every((symbol) => alphabet.includes(symbol)) ? code : null;
}

/** Takes a number and a length and returns the number in so many symbols, the last one the smallest. */
export function symbolsOf(number: bigint, length: number): string {
	let symbols = '';
	for (let rest = number; symbols.length < length; rest >>= 5n)
		symbols = alphabet.charAt(Number(rest & 31n)) + symbols;
	return symbols;
}

/** Takes symbols, as {@link readSymbols} returns them, and returns the number they write. */
export function numberOf(symbols: string): bigint {
	return [...symbols].reduce((number, symbol) => (number << 5n) | BigInt(alphabet.indexOf(symbol)), 0n);
}
