import { expect, test } from 'vitest';
import { encodeAttestation, readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { readReference, showReference } from '#lib/domain/attestation/reference.ts';
import { operator } from '#lib/services/actor.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { rotateKeys } from '#lib/services/rotateKeys.ts';
import { verifyAttestation } from '#lib/services/verifyAttestation.ts';
import { attestObligation, signedByIssuer } from '../support/attested.ts';
import { newWorld, someClaims } from '../support/attestations.ts';
import { testDatabase } from '../support/database.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps } = database;
const rania = { givenNames: 'Rania', familyName: 'Haddad' };
const verify = (typed: string) => verifyAttestation(deps, { typed });
const halte = async (text: string, ...flags: string[]) => {
	const { exit, out, err } = await runCommand(database, 'verify', text, ...flags);
	return { exit, out, err };
};

test('the text and the reference of one paper give the same answer', async () => {
	const { text, reference } = await attestObligation(deps, rania);
	const verdict = await verify(text);
	expect(verdict).toMatchObject({
		outcome: 'valid',
		claims: { ...rania, kind: 'obligation', issuer: 'commune:21015' },
		listDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
	});
	const { listDate: _, ...byReference } = await verify(` ${showReference(reference).toLowerCase()} `);
	expect(verdict).toMatchObject(byReference);
});

test('what was revoked is known as revoked at once, by its text and by its reference', async () => {
	const { id, text, reference } = await attestObligation(deps, rania);
	await revokeAttestation(deps, operator, { attestation: id, reason: 'misused' });
	for (const typed of [text, reference]) expect((await verify(typed)).outcome).toBe('revoked');
});

test('what an earlier key signed stays good when keys change', async () => {
	const { text } = await attestObligation(deps, rania);
	expect((await rotateKeys(deps, operator, { all: true })).value.rotated).not.toEqual([]);
	expect((await verify(text)).outcome).toBe('valid');
});

test('expired, foreign, cut, mistyped and unknown each have their answer', async () => {
	const { text } = await attestObligation(deps, rania);
	const claims = readAttestation(text)?.claims ?? someClaims;
	const ended = await signedByIssuer(deps, { ...claims, expires: claims.issued });
	const foreign = await (await newWorld()).attest();
	const nobodys = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((last) => readReference(`00000000007${last}`));
	const answers = await Promise.all(
		[ended, foreign, `${text.slice(0, -9)}${text.slice(-6)}`, 'K7Q2-MX94', nobodys.find(Boolean) ?? ''].map(
			verify,
		),
	);
	expect(answers.map(({ outcome, why }) => [outcome, why])).toEqual([
		['expired', null],
		['cannot_tell', 'unknown_issuer'],
		['invalid', 'unreadable'],
		['invalid', 'unreadable'],
		['cannot_tell', 'unknown_reference'],
	]);
});

test('halte verify answers in JSON or in lines, and an answer is never a failure', async () => {
	const { text, reference } = await attestObligation(deps, rania);
	const json = await halte(text, '--json');
	expect(json).toMatchObject({ exit: 0, err: '' });
	expect(Object.keys(JSON.parse(json.out))).toEqual(['outcome', 'claims', 'listDate']);
	expect(JSON.parse(json.out)).toMatchObject({ outcome: 'valid', claims: rania });
	expect((await halte(reference)).out).toMatch(/^valid\n[\s\S]*familyName Haddad\n[\s\S]*list of \d{4}-/);
	expect(await halte('HLT1:NONSENSE', '--json')).toMatchObject({
		exit: 0,
		out: expect.stringContaining('"outcome":"invalid","claims":null'),
	});
	expect((await runCommand(database, 'verify')).exit).toBe(2);
});

test('halte verify says nothing of a paper that was changed, or that nobody known signed, as if it were a fact', async () => {
	const { text } = await attestObligation(deps, rania);
	const { claims, envelope } = readAttestation(text) ?? {};
	const signature = envelope?.signature ?? new Uint8Array();
	const changed = await encodeAttestation(
		{ ...someClaims, ...claims, familyName: 'Forger' },
		envelope?.kid ?? '',
		() => signature,
	);
	const nobodys = await (await newWorld()).attest({ familyName: 'Forger' });
	for (const [forged, answer] of [
		[changed, 'invalid: changed'],
		[nobodys, 'cannot_tell: unknown_issuer'],
	] as const) {
		const { out } = await halte(forged);
		expect(out.startsWith(answer)).toBe(true);
		expect(out).not.toMatch(/Forger|Rania|registration|obligation|1992/);
		expect(JSON.parse((await halte(forged, '--json')).out)).toMatchObject({ claims: null });
	}
});
