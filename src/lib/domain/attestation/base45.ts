/** Base45 (RFC 9285): two bytes as three symbols that a QR code keeps in its short alphanumeric mode. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Takes bytes and returns them in Base45. */
export function encodeBase45(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 2) {
		const pair = at + 1 < bytes.length;
		const value = pair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
		text += alphabet.charAt(value % 45) + alphabet.charAt(Math.floor(value / 45) % 45);
		if (pair) text += alphabet.charAt(Math.floor(value / 2025));
	}
	return text;
}

/** Takes Base45 and returns the bytes; null for a symbol, a length or a value that no bytes lead to (RFC 9285, 4.2). */
export function decodeBase45(text: string): Uint8Array<ArrayBuffer> | null {
	if (text.length % 3 === 1) return null;
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at += 3) {
		const symbols = [...text.slice(at, at + 3)].map((symbol) => alphabet.indexOf(symbol));
		if (symbols.includes(-1)) return null;
		const value = symbols.reduce((sum, symbol, place) => sum + symbol * 45 ** place, 0);
		if (value >= (symbols.length === 3 ? 65536 : 256)) return null;
		if (symbols.length === 3) bytes.push(value >> 8);
		bytes.push(value & 255);
	}
	return Uint8Array.from(bytes);
}
