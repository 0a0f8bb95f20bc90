import { decodeBase45, encodeBase45 } from './base45.ts';
import type { Claims } from './claims.ts';
import { readEnvelope, sealEnvelope } from './envelope.ts';
import type { Envelope, Sign } from './envelope.ts';
import { decodePayload, encodePayload } from './payload.ts';

/** The text of a QR code: never an address, so that nobody can lead people elsewhere with a look-alike. */
const prefix = 'HLT1:';

/** A QR code of version 20, level M, can still be read from a bad print; it takes so many symbols (ISO/IEC 18004, table 7). */
export const longestText = 900;

/** Names are cut at so many letters each. */
export const longestName = 60;

/** The tag (1), the list (1), the headers (14 and 1), the length of the payload (3) and the signature (66) around it, in bytes. */
const around = 86;
/** Base45 makes three symbols of two bytes. */
const room = Math.floor((longestText - prefix.length) / 3) * 2 - around;

/** Takes what is to be attested, the id of the issuer's key and a way to sign with it, and returns the text of the QR code. */
export async function encodeAttestation(claims: Claims, kid: string, sign: Sign): Promise<string> {
	const payload = encodePayload(cutNames(claims));
	const text = prefix + encodeBase45(await sealEnvelope(payload, kid, sign));
	if (text.length > longestText) throw new Error('The issuer or the level is too long for a QR code.');
	return text;
}

/** Takes a text as scanned or pasted and returns its claims and its envelope, not yet verified; null when it is none. */
export function readAttestation(typed: string): { claims: Claims; envelope: Envelope } | null {
	// A space is a symbol of Base45, but never the last one; ends of lines come from pasting.
	const text = typed.trim().replace(/[\r\n\t]/g, '');
	if (text.length > 4000 || !text.startsWith(prefix)) return null;
	const bytes = decodeBase45(text.slice(prefix.length));
	const envelope = bytes && readEnvelope(bytes);
	const claims = envelope && decodePayload(envelope.payload);
	return claims && { claims, envelope };
}

/** Takes claims and returns them with names as they fit: 60 letters each, and fewer where letters take four bytes. */
export function cutNames(claims: Claims): Claims {
	const { familyName, givenNames } = claims;
	const cutAt = (letters: number): Claims => ({
		...claims,
		familyName: familyName && cut(familyName, letters),
		givenNames: givenNames && cut(givenNames, letters),
	});
	for (let letters = longestName; letters > 0; letters -= 1)
		if (encodePayload(cutAt(letters)).length <= room) return cutAt(letters);
	return cutAt(0);
}

const cut = (name: string, letters: number): string => {
	const all = [...name];
	return all.length <= letters ? name : all.slice(0, letters).join('').trimEnd();
};
