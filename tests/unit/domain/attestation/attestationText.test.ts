import { Tagged, decode, encode } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeAttestation, longestText, readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { decodeBase45, encodeBase45 } from '#lib/domain/attestation/base45.ts';
import { attestationKinds } from '#lib/domain/attestation/claims.ts';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import { newSigner, someClaims } from '../../../support/attestations.ts';

const { key, sign } = newSigner(someClaims.issuer);
const write = (claims: Partial<Claims> = {}) =>
	encodeAttestation({ ...someClaims, ...claims }, key.kid, sign);
const bytesOf = (text: string) => decodeBase45(text.slice(5)) ?? new Uint8Array();
const textOf = (bytes: Uint8Array) => `HLT1:${encodeBase45(bytes)}`;

type Parts = [Uint8Array, Map<unknown, unknown>, Uint8Array, Uint8Array];
const partsOf = (text: string): Parts =>
	(decode(bytesOf(text), { tags: Tagged.preserve(18), useMaps: true }) as { value: Parts }).value;
const withPayload = (text: string, change: (payload: Map<number, unknown>) => unknown) => {
	const [header, bare, payload, signature] = partsOf(text);
	const map = decode(payload, { useMaps: true }) as Map<number, unknown>;
	return textOf(encode(new Tagged(18, [header, bare, encode(change(map) ?? map), signature])));
};

test('is a tagged COSE_Sign1 with algorithm and key id in the protected header, and the payload of the format', async () => {
	const text = await write({ expires: 1_900_000_000, hours: 50, level: 'A2' });
	expect([...bytesOf(text).slice(0, 2)]).toEqual([0xd2, 0x84]);
	const [header, bare, payload, signature] = partsOf(text);
	expect(decode(header, { useMaps: true })).toEqual(
		new Map<number, unknown>([
			[1, -8],
			[4, Uint8Array.from(Buffer.from(key.kid, 'hex'))],
		]),
	);
	expect(bare.size).toBe(0);
	expect(signature).toHaveLength(64);
	expect(decode(payload, { useMaps: true })).toEqual(
		new Map<number, unknown>([
			[1, 'office:via-schaerbeek'],
			[2, Uint8Array.from(Buffer.from(someClaims.id.replaceAll('-', ''), 'hex'))],
			[4, 1_900_000_000],
			[6, someClaims.issued],
			[10, 'registration'],
			[11, 'Haddad'],
			[12, 'Rania'],
			[13, '1992-04-XX'],
			[14, 50],
			[15, 'A2'],
			[16, '2026-11-13'],
			[17, 4711],
		]),
	);
});

test('what is not said is left out, but for the names', async () => {
	const payload = decode(partsOf(await write({ familyName: null, on: null }))[2], { useMaps: true });
	expect([...(payload as Map<number, unknown>).keys()]).toEqual([1, 2, 6, 10, 11, 12, 13, 17]);
	expect((payload as Map<number, unknown>).get(11)).toBeNull();
});

const letters = (longest: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: longest });
const anyClaims: fc.Arbitrary<Claims> = fc.record({
	issuer: fc.constantFrom('office:via-schaerbeek', 'commune:21015'),
	id: fc.uuid(),
	issued: fc.integer({ min: 0, max: 8_640_000_000 }),
	expires: fc.option(fc.integer({ min: 0, max: 8_640_000_000 })),
	kind: fc.constantFrom(...attestationKinds),
	familyName: fc.option(letters(8)),
	givenNames: fc.option(letters(8)),
	birthDate: fc.constantFrom('1985-07-14', '1985-07-XX', '1985-XX-XX'),
	hours: fc.option(fc.nat()),
	level: fc.option(fc.constantFrom('A1.1', 'A2', 'literacy')),
	on: fc.option(fc.constantFrom('2026-11-13', '2024-02-29')),
	statusIndex: fc.nat(),
});

test('every claim comes back as it was', () =>
	fc.assert(
		fc.asyncProperty(anyClaims, async (claims) => {
			expect(readAttestation(await encodeAttestation(claims, key.kid, sign))?.claims).toEqual(claims);
		}),
		{ numRuns: 200 },
	));

test('a name that the register has with the sign of a lost letter comes back with it', async () => {
	const text = await write({ familyName: 'Had\uFFFDad' });
	expect(readAttestation(text)?.claims.familyName).toBe('Had\uFFFDad');
});

test.each([
	['Ethiopic', 'ጸ'],
	['Arabic', 'ض'],
	['letters beyond the first plane', '𞟠'],
	['Latin', 'W'],
])('the longest names in %s fit', async (_, letter) => {
	const text = await write({
		issuer: 'office:agentschap-integratie-en-inburgering-x',
		kind: 'rights_and_duties',
		familyName: letter.repeat(61),
		givenNames: letter.repeat(200),
		expires: 1_900_000_000,
		hours: 100_000,
		level: 'literacy',
		statusIndex: 100_000,
	});
	expect(text.length).toBeLessThanOrEqual(longestText);
	const kept = [...(readAttestation(text)?.claims.familyName ?? '')].length;
	if (letter === '𞟠') expect(kept).toBeGreaterThan(40);
	else expect(kept).toBe(60);
});

test('is read with the spaces and ends of lines that pasting brings', async () => {
	const text = await write();
	expect(readAttestation(`\n  ${text.slice(0, 60)}\r\n${text.slice(60)} \n`)?.claims).toEqual(someClaims);
});

test.each<[string, (text: string) => string]>([
	['nothing', () => ''],
	['an address', () => 'https://halte.example/verify?x=1'],
	['another version', (text) => text.replace('HLT1', 'HLT2')],
	['a cut end', (text) => text.slice(0, -6)],
	['more at the end', (text) => textOf(Uint8Array.from([...bytesOf(text), 0]))],
	['no tag', (text) => textOf(encode(partsOf(text)))],
	['another tag', (text) => textOf(encode(new Tagged(17, partsOf(text))))],
	['three parts', (text) => textOf(encode(new Tagged(18, partsOf(text).slice(0, 3))))],
	[
		'something in the header that nobody signed',
		(text) => {
			const [header, , payload, signature] = partsOf(text);
			return textOf(encode(new Tagged(18, [header, new Map([[4, 1]]), payload, signature])));
		},
	],
	[
		'another algorithm',
		(text) => {
			const [, bare, payload, signature] = partsOf(text);
			const header = encode(
				new Map<number, unknown>([
					[1, -7],
					[4, new Uint8Array(8)],
				]),
			);
			return textOf(encode(new Tagged(18, [header, bare, payload, signature])));
		},
	],
	['a claim that the format does not know', (text) => withPayload(text, (map) => map.set(99, 1))],
	['a kind that the format does not know', (text) => withPayload(text, (map) => map.set(10, 'driving'))],
	['a claim that is missing', (text) => withPayload(text, (map) => void map.delete(13))],
	['a day that does not exist', (text) => withPayload(text, (map) => map.set(16, '2026-02-30'))],
	['a negative place', (text) => withPayload(text, (map) => map.set(17, -1))],
	['text for a number', (text) => withPayload(text, (map) => map.set(17, '1'))],
	['an id of 15 bytes', (text) => withPayload(text, (map) => map.set(2, new Uint8Array(15)))],
	['a list for a map', (text) => withPayload(text, (map) => [...map])],
	[
		'keys of text',
		(text) =>
			withPayload(text, (map) => Object.fromEntries([...map].map(([number, value]) => [`${number}`, value]))),
	],
	[
		'a name that is no UTF-8',
		(text) => {
			const [header, bare, payload, signature] = partsOf(text);
			const broken = Buffer.from(payload);
			broken.set([0xff], broken.indexOf('Haddad'));
			return textOf(encode(new Tagged(18, [header, bare, Uint8Array.from(broken), signature])));
		},
	],
	['an endless text', (text) => text.repeat(1000)],
])('%s is no attestation', async (_, change) => expect(readAttestation(change(await write()))).toBeNull());

test('never fails, whatever it is given', () =>
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, text) => {
			for (const start of [[], [0xd2, 0x84], [0xd2, 0x84, 0x43, 0xa1, 0x01, 0x27, 0xa0]])
				expect(readAttestation(textOf(Uint8Array.from([...start, ...bytes])))).toBeNull();
			expect(readAttestation(`HLT1:${text}`)).toBeNull();
		}),
	));
