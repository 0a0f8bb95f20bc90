import { newSymbols, readSymbols } from './crockford.ts';

/**
 * The short code that follows a request for a call, or a complaint: nine symbols of Crockford's base32, shown in threes
 * as telephone numbers are (`7K3-QM9-2XT`), because it is copied by hand and said on the telephone. It is 45 bits: with
 * ten thousand open requests one guess in 3.5 thousand million finds any of them, and what it opens holds no name, no
 * number and no text, only a window and the tries made.
 */
const length = 9;

/** Takes a source of random bytes and returns a new code, nine symbols without dashes. */
export function newFollowCode(random: (bytes: number) => Uint8Array): string {
	return newSymbols(random, length);
}

/** Takes a code without dashes and returns it as it is shown and written in addresses: XXX-XXX-XXX. */
export function showFollowCode(code: string): string {
	return code.replace(/.{3}(?=.)/g, '$&-');
}

/** Takes what someone typed and returns the nine symbols meant, or null when it cannot be a code. */
export function readFollowCode(typed: string): string | null {
	return readSymbols(typed, length);
}
