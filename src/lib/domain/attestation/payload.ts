import { decode, encode } from 'cborg';
import * as v from 'valibot';
import { isCalendarDate, isPartialDate } from '../dates.ts';
import { bytesOfHex, hexOf } from '../hex.ts';
import { isUuid } from '../uuid.ts';
import { attestationKinds } from './claims.ts';
import type { Claims } from './claims.ts';

/** The claims in CBOR, under the numbers of the format; what is not said has no number, but for the two names. */
export function encodePayload(claims: Claims): Uint8Array {
	const { expires, hours, level, on } = claims;
	const said: [number, unknown][] = [
		[1, claims.issuer],
		[2, bytesOfUuid(claims.id)],
		[4, expires],
		[6, claims.issued],
		[10, claims.kind],
		[11, claims.familyName],
		[12, claims.givenNames],
		[13, claims.birthDate],
		[14, hours],
		[15, level],
		[16, on],
		[17, claims.statusIndex],
	];
	return encode(new Map(said.filter(([number, value]) => value !== null || number === 11 || number === 12)));
}

const uint = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A moment that a calendar can show. */
const seconds = v.pipe(uint, v.maxValue(8.64e12));

const shape = v.strictObject({
	1: v.string(),
	2: v.pipe(v.instance(Uint8Array), v.length(16)),
	4: v.optional(seconds),
	6: seconds,
	10: v.picklist(attestationKinds),
	11: v.nullable(v.string()),
	12: v.nullable(v.string()),
	13: v.custom<string>(isPartialDate),
	14: v.optional(uint),
	15: v.optional(v.string()),
	16: v.optional(v.custom<string>(isCalendarDate)),
	17: uint,
});

/** Takes CBOR and returns the claims; null for anything but one whole payload of the format, numbers unknown to it included. */
export function decodePayload(bytes: Uint8Array): Claims | null {
	const decoded = decodeStrictly(bytes);
	const read = v.safeParse(shape, entriesOf(decoded));
	if (!read.success || !isAsWritten(decoded, bytes)) return null;
	const said = read.output;
	return {
		issuer: said[1],
		id: uuidOfBytes(said[2]),
		issued: said[6],
		expires: said[4] ?? null,
		kind: said[10],
		familyName: said[11],
		givenNames: said[12],
		birthDate: said[13],
		hours: said[14] ?? null,
		level: said[15] ?? null,
		on: said[16] ?? null,
		statusIndex: said[17],
	};
}

/** Takes CBOR and returns its value, with maps as Map; undefined for what is broken, doubled, endless or longer than needed. */
export function decodeStrictly(bytes: Uint8Array, tags: Parameters<typeof decode>[1] = {}): unknown {
	try {
		return decode(bytes, {
			strict: true,
			allowIndefinite: false,
			allowUndefined: false,
			allowBigInt: false,
			useMaps: true,
			rejectDuplicateMapKeys: true,
			...tags,
		});
	} catch {
		return undefined;
	}
}

/** What is no UTF-8 is read with U+FFFD in its place; a name that came with that sign from the register is written with it. */
const isAsWritten = (decoded: unknown, bytes: Uint8Array): boolean =>
	hexOf(encode(decoded, { mapSorter: undefined })) === hexOf(bytes);

/** A map with numbers for keys as an object; a key of another type would pass for a number there. */
const entriesOf = (value: unknown): unknown =>
	value instanceof Map && [...value.keys()].every((key) => typeof key === 'number')
		? Object.fromEntries(value)
		: null;

/** Takes a UUID and returns its 16 bytes. */
export function bytesOfUuid(id: string): Uint8Array {
	if (!isUuid(id)) throw new Error('The id of an attestation is a UUID.');
	return bytesOfHex(id.replaceAll('-', ''));
}

const uuidOfBytes = (bytes: Uint8Array): string =>
	hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
