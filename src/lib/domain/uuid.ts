/** Takes an instant and 10 random bytes and returns a UUID that sorts by time (version 7, RFC 9562, 5.7). */
export function uuidOf(at: Date, random: Uint8Array): string {
	const time = at.getTime().toString(16).padStart(12, '0');
	const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
	const variant = ((Number.parseInt(hex[3] ?? '0', 16) & 0x3) | 0x8).toString(16);
	return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

/** Takes any text and says whether it is written as a UUID. */
export function isUuid(text: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
