import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '#lib/domain/attestation/base64url.ts';
import { isRevoked, readStatus, signStatus } from '#lib/domain/attestation/statusList.ts';
import { newSigner, newWorld, someClaims } from '../../../support/attestations.ts';

const issued = new Date('2026-11-22T06:00:00Z');
const list = newSigner('halte');
const signed = (places: number[], references: string[] = []) =>
	signStatus({ issued, places, references }, list.key.kid, list.sign);

test('is a gzip bitstring of at least 131,072 places, the first one the highest bit', async () => {
	const bits = gunzipSync(decodeBase64url((await signed([0, 9])).list) ?? '');
	expect(bits).toHaveLength(16_384);
	expect([...bits.subarray(0, 3)]).toEqual([0b1000_0000, 0b0100_0000, 0]);
	expect(gunzipSync(decodeBase64url((await signed([140_001])).list) ?? '')).toHaveLength(17_501);
});

test('tells what was revoked, what was not, and what it does not reach', async () => {
	const status = await readStatus(await signed([7, 4711], ['ab']), [list.key]);
	expect(status?.references).toEqual(new Set(['ab']));
	const places = [6, 7, 8, 4711, 131_071, 131_072];
	expect(places.map((place) => status && isRevoked(status, place))).toEqual([
		false,
		true,
		false,
		true,
		false,
		null,
	]);
});

test('is refused when anything in it was changed, or another key signed it', async () => {
	const given = await signed([4711], ['ab']);
	const other = await signed([]);
	for (const changed of [
		{ ...given, issued: '2026-11-23T06:00:00.000Z' },
		{ ...given, list: other.list },
		{ ...given, references: [] },
		{ ...given, kid: '0000000000000000' },
		{ ...given, signature: other.signature },
		{ ...given, signature: 7 },
		null,
		'',
	])
		expect(await readStatus(changed, [list.key])).toBeNull();
	expect(await readStatus(given, [])).toBeNull();
	// The key of an office signs attestations, not the list.
	expect(await readStatus(given, [{ ...list.key, issuer: someClaims.issuer }])).toBeNull();
});

const signedList = async (bytes: Uint8Array) => {
	const said = { issued: issued.toISOString(), list: encodeBase64url(bytes), references: [] };
	const text = JSON.stringify(['halte-status/1', said.issued, said.list, said.references]);
	const signature = encodeBase64url(list.sign(new TextEncoder().encode(text)));
	return { ...said, kid: list.key.kid, signature };
};

test('is refused when it is too short, too long or not packed, however well signed', async () => {
	expect(await readStatus(await signedList(gzipSync(new Uint8Array(16_384))), [list.key])).not.toBeNull();
	for (const bytes of [
		gzipSync(new Uint8Array(16_383)),
		gzipSync(new Uint8Array(3 * 1024 * 1024)),
		new Uint8Array(16_384),
	])
		expect(await readStatus(await signedList(bytes), [list.key])).toBeNull();
});

test('carries the marks of the references', async () => {
	const { signed: given } = await newWorld([someClaims]);
	expect(given.references).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
});
