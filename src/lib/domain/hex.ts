/** Takes bytes and returns them as hexadecimal text, so that two of them can be compared and named. */
export function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
