import * as v from 'valibot';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import type { Sign } from './envelope.ts';
import { listIssuer } from './publicKeys.ts';
import type { PublicKey } from './publicKeys.ts';
import { isSignedBy } from './signature.ts';

/** The list never has fewer places, so that its length says nothing about how much was attested (W3C Bitstring Status List). */
export const fewestPlaces = 131_072;

/** Two million bytes: more attestations than Brussels has people. A list that unpacks to more is refused. */
const mostBytes = 2 * 1024 * 1024;

/** What was revoked, as `/api/v1/attestations/status` gives it. */
export type SignedStatus = {
	/** When the list was made, ISO 8601 in UTC. */
	issued: string;
	/** base64url of a gzip bitstring; the first place is the highest bit of the first byte. */
	list: string;
	/** The marks of the references of what was revoked, see `markOfReference`. */
	references: string[];
	kid: string;
	/** base64url of the Ed25519 signature of {@link listIssuer} over the three above. */
	signature: string;
};

/** A list whose signature was found to be right. */
export type StatusList = { issued: string; bits: Uint8Array; references: ReadonlySet<string> };

/** Takes the moment, the places and the marks of all that was revoked, and signs the list of it. */
export async function signStatus(
	revoked: { issued: Date; places: readonly number[]; references: readonly string[] },
	kid: string,
	sign: Sign,
): Promise<SignedStatus> {
	const most = revoked.places.reduce((most, place) => Math.max(most, place + 1), fewestPlaces);
	const bits = new Uint8Array(Math.ceil(most / 8));
	for (const place of revoked.places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
	const packed = await throughStream(bits, new CompressionStream('gzip'), Infinity);
	const said = {
		issued: revoked.issued.toISOString(),
		list: encodeBase64url(packed ?? new Uint8Array()),
		references: revoked.references.toSorted(),
	};
	return { ...said, kid, signature: encodeBase64url(await sign(signingInput(said))) };
}

const shape = v.object({
	issued: v.pipe(v.string(), v.isoTimestamp()),
	list: v.string(),
	references: v.array(v.string()),
	kid: v.string(),
	signature: v.string(),
});

/** Takes what came from that address and the keys, and returns the list; null when it is none or not signed by its key. */
export async function readStatus(json: unknown, keys: readonly PublicKey[]): Promise<StatusList | null> {
	const read = v.safeParse(shape, json);
	if (!read.success) return null;
	const { issued, list, references, kid } = read.output;
	const key = keys.find((each) => each.kid === kid && each.issuer === listIssuer);
	const signature = decodeBase64url(read.output.signature);
	const packed = decodeBase64url(list);
	if (!key || !signature || !packed) return null;
	if (!(await isSignedBy(key, signingInput({ issued, list, references }), signature))) return null;
	const bits = await throughStream(packed, new DecompressionStream('gzip'), mostBytes);
	return bits && bits.length * 8 >= fewestPlaces ? { issued, bits, references: new Set(references) } : null;
}

/** Takes a list and a place and says whether what stands there was revoked; null when the list does not reach so far. */
export function isRevoked({ bits }: StatusList, place: number): boolean | null {
	const byte = bits[Math.floor(place / 8)];
	return byte === undefined ? null : (byte & (0x80 >> (place & 7))) !== 0;
}

/** One text for one list, whatever came between it and its reader; the word before it keeps it from passing for anything else. */
const signingInput = ({
	issued,
	list,
	references,
}: Pick<SignedStatus, 'issued' | 'list' | 'references'>): Uint8Array =>
	new TextEncoder().encode(JSON.stringify(['halte-status/1', issued, list, references]));

/** The bytes as they come out of a stream; null when they are broken or too many. */
async function throughStream(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
	most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of chunksOf(new Blob([bytes]).stream().pipeThrough(stream))) {
			length += chunk.length;
			if (length > most) return null;
			chunks.push(chunk);
		}
	} catch {
		return null;
	}
	return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/** Not every browser can go through a stream with `for await`. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
	} finally {
		await reader.cancel();
	}
}
