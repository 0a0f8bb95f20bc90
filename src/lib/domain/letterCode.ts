import { newSymbols, readSymbols } from './crockford.ts';

/** The code on a letter: twelve symbols of Crockford's base32, 60 bits, shown as XXXX-XXXX-XXXX. */
const length = 12;

/** Takes a source of random bytes and returns a new code, twelve symbols without dashes. */
export function newLetterCode(random: (bytes: number) => Uint8Array): string {
	return newSymbols(random, length);
}

/** Takes a code without dashes and returns it as it stands on the letter: XXXX-XXXX-XXXX. */
export function showLetterCode(code: string): string {
	return code.replace(/.{4}(?=.)/g, '$&-');
}

/** Takes what someone typed or scanned and returns the twelve symbols meant, or null when it cannot be a code. */
export function normaliseLetterCode(typed: string): string | null {
	return readSymbols(typed, length);
}
