import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeAttestation } from '#lib/domain/attestation/attestationText.ts';
import { encodeBase45, decodeBase45 } from '#lib/domain/attestation/base45.ts';
import { readPublicKeys } from '#lib/domain/attestation/publicKeys.ts';
import { referenceOf, showReference } from '#lib/domain/attestation/reference.ts';
import { verifyAttestation, verifyReference } from '#lib/domain/attestation/verifyAttestation.ts';
import { newSigner, newWorld, now, someClaims } from '../../../support/attestations.ts';

const world = await newWorld();
const { known, attest } = world;
const listDate = '2026-11-22T06:00:00.000Z';
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test('valid: signed by its issuer, not in the list', async () =>
	expect(await verifyAttestation(await attest(), known)).toEqual({
		outcome: 'valid',
		why: null,
		claims: someClaims,
		listDate,
	}));

test('invalid: any byte changed anywhere', async () => {
	const bytes = decodeBase45((await attest()).slice(5)) ?? new Uint8Array();
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, turn) => {
			const changed = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ turn : byte));
			const { outcome, claims } = await verifyAttestation(`HLT1:${encodeBase45(changed)}`, known);
			expect(claims).toBeNull();
			// A changed key id is the key of nobody known.
			expect(['invalid', 'cannot_tell']).toContain(outcome);
		}),
		{ numRuns: 150 },
	);
});

test('invalid: the claims of one under the signature of another', async () => {
	const forger = newSigner(someClaims.issuer);
	const forged = await encodeAttestation(someClaims, world.office.key.kid, forger.sign);
	expect(await verifyAttestation(forged, known)).toMatchObject({
		outcome: 'invalid',
		why: 'changed',
		claims: null,
	});
});

test.each([
	['an office for another office', { issuer: 'office:bapa-bxl' }],
	['an office for a commune', { issuer: 'commune:21015', kind: 'obligation' as const }],
	['an office for what communes attest', { kind: 'obligation' as const }],
])('invalid: %s', async (_, claims) =>
	expect(await verifyAttestation(await attest(claims), known)).toMatchObject({
		outcome: 'invalid',
		why: 'wrong_issuer',
		claims: null,
	}),
);

test('invalid: Halte in its own name', async () => {
	const claims = { ...someClaims, issuer: 'halte' };
	const text = await encodeAttestation(claims, world.list.key.kid, world.list.sign);
	expect(await verifyAttestation(text, known)).toMatchObject({
		outcome: 'invalid',
		why: 'wrong_issuer',
		claims: null,
	});
});

test('a commune attests the obligation, and nothing else', async () => {
	const commune = newSigner('commune:21015');
	const keys = [commune.key];
	const of = async (kind: 'obligation' | 'completion') =>
		(
			await verifyAttestation(
				await encodeAttestation(
					{ ...someClaims, issuer: 'commune:21015', kind },
					commune.key.kid,
					commune.sign,
				),
				{ ...known, keys },
			)
		).outcome;
	expect(await of('obligation')).toBe('valid');
	expect(await of('completion')).toBe('invalid');
});

test.each([
	['before its key was used', { from: '2026-11-17', until: null }, 'invalid'],
	['after its key was used', { from: '2026-05-01', until: '2026-11-15' }, 'invalid'],
	['on the first day of its key', { from: '2026-11-16', until: null }, 'valid'],
	['on the last day of its key', { from: '2026-05-01', until: '2026-11-16' }, 'valid'],
])('signed %s', async (_, period, outcome) => {
	const keys = [{ ...world.office.key, ...period }];
	expect((await verifyAttestation(await attest(), { ...known, keys })).outcome).toBe(outcome);
});

test('revoked: it stands in the list, and an old list is as certain of it', async () => {
	const { known: after, attest: attestThere } = await newWorld([someClaims]);
	const text = await attestThere();
	for (const now of [after.now, later(900)])
		expect(await verifyAttestation(text, { ...after, now })).toMatchObject({ outcome: 'revoked', listDate });
	expect((await verifyAttestation(await attestThere({ statusIndex: 4712 }), after)).outcome).toBe('valid');
});

test('expired: its end has passed, with or without a fresh list; revoked is the stronger word', async () => {
	const text = await attest({ expires: now.getTime() / 1000 });
	const before = new Date(now.getTime() - 1000);
	expect((await verifyAttestation(text, { ...known, now: before })).outcome).toBe('valid');
	expect((await verifyAttestation(text, known)).outcome).toBe('expired');
	expect((await verifyAttestation(text, { ...known, status: null })).outcome).toBe('expired');
	const after = await newWorld([someClaims]);
	const both = await after.attest({ expires: 1_700_000_000 });
	expect((await verifyAttestation(both, after.known)).outcome).toBe('revoked');
});

test('cannot tell: an issuer that nobody here knows', async () => {
	const foreign = await newWorld();
	expect(await verifyAttestation(await foreign.attest(), known)).toMatchObject({
		outcome: 'cannot_tell',
		why: 'unknown_issuer',
		claims: null,
	});
});

test('cannot tell: no list, or one that is too old, or that does not reach so far', async () => {
	const text = await attest();
	const why = async (change: object) => (await verifyAttestation(text, { ...known, ...change })).why;
	expect(await why({ status: null })).toBe('no_list');
	expect(await why({ now: later(6.9) })).toBeNull();
	expect(await why({ now: later(7) })).toBe('old_list');
	const far = await attest({ statusIndex: 131_072 });
	expect(await verifyAttestation(far, known)).toMatchObject({ outcome: 'cannot_tell', why: 'old_list' });
});

test('cannot tell: a clock that is behind what was written', async () =>
	expect(await verifyAttestation(await attest(), { ...known, now: later(-8) })).toMatchObject({
		outcome: 'cannot_tell',
		why: 'other_clock',
	}));

test('a reference alone says revoked or cannot tell, and a wrong one is known as wrong', async () => {
	const typed = showReference(referenceOf(someClaims.id)).toLowerCase();
	const { status } = await newWorld([someClaims]);
	expect(await verifyReference(typed, status)).toEqual({
		outcome: 'revoked',
		why: null,
		claims: null,
		listDate,
	});
	expect((await verifyReference(typed, known.status)).outcome).toBe('cannot_tell');
	expect((await verifyReference(typed, null)).outcome).toBe('cannot_tell');
	expect(await verifyReference(`${typed.slice(0, -1)}?`, status)).toMatchObject({
		outcome: 'invalid',
		why: 'unreadable',
	});
});

test('keys are taken as they are published, or not at all', () => {
	expect(readPublicKeys({ keys: known.keys })).toEqual(known.keys);
	for (const wrong of [null, {}, { keys: [{ ...known.keys[0], x: 'AAAA' }] }, { keys: [{ kid: '00' }] }])
		expect(readPublicKeys(wrong)).toBeNull();
});
