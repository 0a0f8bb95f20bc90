import { Tagged, encode } from 'cborg';
import { bytesOfHex, hexOf } from '../hex.ts';
import { decodeStrictly } from './payload.ts';

// COSE_Sign1 (RFC 9052, 4.2), tagged 18, with EdDSA (RFC 9053, 2.2) and the key id in the protected header.

const tag = 18;
const algorithm = 1;
const edDsa = -8;
const keyId = 4;

/** Signs bytes with an Ed25519 key that the domain never sees; returns the 64 bytes of the signature. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** What was signed, by which key, and the bytes the signature stands for. */
export type Envelope = { kid: string; payload: Uint8Array; signed: Uint8Array; signature: Uint8Array };

const signingInput = (header: Uint8Array, payload: Uint8Array): Uint8Array =>
	encode(['Signature1', header, new Uint8Array(), payload]);

/** Takes a payload, a key id (16 hexadecimal digits) and a way to sign, and returns the tagged COSE_Sign1. */
export async function sealEnvelope(payload: Uint8Array, kid: string, sign: Sign): Promise<Uint8Array> {
	if (!/^[0-9a-f]{16}$/.test(kid)) throw new Error('A key id is 8 bytes in hexadecimal.');
	const header = encode(
		new Map<number, unknown>([
			[algorithm, edDsa],
			[keyId, bytesOfHex(kid)],
		]),
	);
	const signature = await sign(signingInput(header, payload));
	return encode(new Tagged(tag, [header, new Map(), payload, signature]));
}

/** Takes bytes and returns the envelope they hold, its signature not yet looked at; null for anything else. */
export function readEnvelope(bytes: Uint8Array): Envelope | null {
	const read = decodeStrictly(bytes, { tags: Tagged.preserve(tag) });
	const parts: unknown = read instanceof Tagged ? read.value : null;
	if (!Array.isArray(parts) || parts.length !== 4) return null;
	const [header, unprotected, payload, signature] = parts as unknown[];
	if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return null;
	// Nothing may stand where the signature does not reach.
	if (!(unprotected instanceof Map) || unprotected.size > 0 || signature.length !== 64) return null;
	const kid = readHeader(header);
	return kid === null ? null : { kid, payload, signed: signingInput(header, payload), signature };
}

function readHeader(bytes: Uint8Array): string | null {
	const header = decodeStrictly(bytes);
	if (!(header instanceof Map) || header.size !== 2 || header.get(algorithm) !== edDsa) return null;
	const kid: unknown = header.get(keyId);
	return isBytes(kid) && kid.length === 8 ? hexOf(kid) : null;
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
