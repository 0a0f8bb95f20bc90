import { numberOf, readSymbols, symbolsOf } from '../crockford.ts';
import { hexOf } from '../hex.ts';
import { bytesOfUuid } from './payload.ts';

/**
 * The reference under a QR code, to type where there is no camera: eleven symbols of Crockford's base32 and his check
 * symbol (modulo 37), which finds every wrong symbol and every two that changed places. The five check symbols beyond
 * the 32 are on no keyboard of many languages: numbers that lead to them are not used.
 */
const length = 12;
const modulus = 37n;

/** Takes the id of an attestation and returns its reference, twelve symbols: the last 55 bits, random in a UUID of version 4 or 7. */
export function referenceOf(id: string): string {
	const number = BigInt(`0x${hexOf(bytesOfUuid(id).slice(9))}`) & ((1n << 55n) - 1n);
	const rest = number % modulus;
	const used = rest < 32n ? number : number - rest;
	return symbolsOf(used, length - 1) + symbolsOf(used % modulus, 1);
}

/** Takes a reference without dashes and returns it as it stands on the paper: XXXX-XXXX-XXXX. */
export function showReference(reference: string): string {
	return reference.replace(/.{4}(?=.)/g, '$&-');
}

/** Takes what someone typed and returns the twelve symbols meant; null when there are not so many or one of them is wrong. */
export function readReference(typed: string): string | null {
	const symbols = readSymbols(typed, length);
	if (symbols === null) return null;
	return numberOf(symbols.slice(0, -1)) % modulus === numberOf(symbols.slice(-1)) ? symbols : null;
}

/** Takes a reference without dashes and returns what stands for it in the list of what was revoked: the first 8 bytes of its SHA-256, in hexadecimal. */
export async function markOfReference(reference: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference));
	return hexOf(new Uint8Array(digest, 0, 8));
}
