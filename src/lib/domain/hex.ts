/** Takes bytes and returns them as hexadecimal text, so that two of them can be compared and named. */
export function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes hexadecimal text, two digits a byte, and returns the bytes. */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
