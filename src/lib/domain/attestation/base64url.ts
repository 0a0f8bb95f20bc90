/** Takes bytes and returns them in base64url without padding (RFC 4648, 5; RFC 7515, 2). */
export function encodeBase64url(bytes: Uint8Array): string {
	let letters = '';
	for (const byte of bytes) letters += String.fromCharCode(byte);
	return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Takes base64url without padding and returns the bytes; null for anything else. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
	const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
