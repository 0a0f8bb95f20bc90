import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { readAttestation as readText } from '#lib/domain/attestation/attestationText.ts';
import { readStatus } from '#lib/domain/attestation/statusList.ts';
import { verifyAttestation } from '#lib/domain/attestation/verifyAttestation.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { operator } from '#lib/services/actor.ts';
import { attestationByReference } from '#lib/services/attestationByReference.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { checkDatabase } from '#lib/services/checkDatabase.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { exportDossier } from '#lib/services/exportDossier.ts';
import { issueMissing } from '#lib/services/issueMissing.ts';
import { publishKeys } from '#lib/services/publishKeys.ts';
import { publishStatus } from '#lib/services/publishStatus.ts';
import { readAttestation, readAttestations } from '#lib/services/readAttestations.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { rotateKeys } from '#lib/services/rotateKeys.ts';
import { takeInAttendance } from '#lib/services/takeInAttendance.ts';
import { testDatabase } from '../support/database.ts';
import { must } from '../support/must.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { addOffice, addSession } from '../support/offer.ts';
import { longestNames } from '../support/papers.ts';
import { runCommand } from '../support/runCommand.ts';
import { newcomer } from '../support/seats.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
const before = new Date('2027-01-01T10:00:00Z');
/** After all four Mondays of a session of the tests. */
const after = new Date('2027-02-10T10:00:00Z');
const mondays = ['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'];
beforeEach(() => setNow(before));
await addOffice(pool, 'VIA');

const confirm = (dossier: string) =>
	confirmObligation(deps, operator, { dossier, on: '2026-12-20', printedDeadline: null });
const step = (dossier: string, name: string, on: CalendarDate = '2026-12-21') =>
	recordStep(deps, operator, { dossier, step: name, on, office: 'VIA' });
const papers = async (dossier: string) => (await must(readAttestations(deps, newcomer(dossier)))).value;
const kinds = async (dossier: string) =>
	(await papers(dossier))
		.map(({ kind, revokedFor }) => (revokedFor ? `${kind} (${revokedFor})` : kind))
		.reverse();
const outcomeOf = async (text: string) => {
	const keys = await publishKeys(deps);
	const status = await readStatus(await publishStatus(deps), keys);
	return (await verifyAttestation(text, { keys, status, now: deps.now() })).outcome;
};
const confirmed = async () => {
	const dossier = await openNewcomer(deps);
	await must(confirm(dossier));
	return dossier;
};
const journal = async (dossier: string) =>
	(
		await pool.query(`select action, codes->>'kind' as kind from journal where dossier = $1 order by seq`, [
			dossier,
		])
	).rows as { action: string; kind: string }[];

test('a confirmed obligation and steps at an office are attested once, each by its own issuer', async () => {
	const dossier = await confirmed();
	await must(confirm(dossier));
	await must(step(dossier, 'registration'));
	await must(step(dossier, 'registration'));
	await must(step(dossier, 'welcome'));
	await must(step(dossier, 'completion', '2026-12-30'));
	const all = await papers(dossier);
	expect(all.map(({ claims }) => [claims.kind, claims.issuer, claims.on])).toEqual([
		['completion', 'office:VIA', '2026-12-30'],
		['registration', 'office:VIA', '2026-12-21'],
		['obligation', 'commune:21015', '2026-12-20'],
	]);
	for (const { text } of all) expect(await outcomeOf(text)).toBe('valid');
	expect(new Set(all.map(({ kid }) => kid)).size).toBe(2);
	expect((await journal(dossier)).filter(({ action }) => action === 'attestation_issued')).toHaveLength(3);
	const read = await must(readDossier(deps, operator, { dossier }));
	expect(read.value.attestations.map(({ kind }) => kind)).toEqual([
		'obligation',
		'registration',
		'completion',
	]);
});

test('the same confirmation from many sides at once gives one attestation, and an issuer one key', async () => {
	const dossiers = await Promise.all(Array.from({ length: 6 }, () => openNewcomer(deps)));
	await pool.query(`update dossier set commune = '21019' where id = any($1)`, [dossiers]);
	await Promise.all([...dossiers, ...dossiers, ...dossiers].map((dossier) => must(confirm(dossier))));
	for (const dossier of dossiers) expect(await kinds(dossier)).toEqual(['obligation']);
	const { rows } = await pool.query(`select kid from signing_key where issuer = 'commune:21019'`);
	expect(rows).toHaveLength(1);
});

const attended = async (course: Parameters<typeof addSession>[2] = {}) => {
	const dossier = await confirmed();
	await must(step(dossier, 'registration'));
	const session = await addSession(
		database,
		{ id: `S-${randomUUID()}` },
		{ id: `C-${randomUUID()}`, ...course },
	);
	await must(bookSeat(deps, operator, { dossier, session, key: randomUUID() }));
	setNow(after);
	const takeIn = (...statuses: string[]) =>
		must(
			takeInAttendance(deps, operator, {
				session,
				rows: statuses.map((status, index) => ({
					row: index + 2,
					cells: { dossier, meeting_on: mondays[index] ?? '', status },
				})),
			}),
		);
	return { dossier, session, takeIn };
};

test('every meeting attended is attested, late ones too; a missed one is not, whatever the excuse', async () => {
	const { dossier, takeIn } = await attended({ hours: 10 });
	await takeIn('present', 'late', 'present');
	expect(await kinds(dossier)).toEqual(['obligation', 'registration']);
	await takeIn('present', 'late', 'present', 'excused');
	expect(await kinds(dossier)).toEqual(['obligation', 'registration']);
	await takeIn('present', 'late', 'present', 'late');
	expect(await kinds(dossier)).toEqual(['obligation', 'registration', 'rights_and_duties']);
	const [paper] = await papers(dossier);
	expect(paper?.claims).toMatchObject({
		issuer: 'office:bapa-bxl',
		hours: 10,
		level: null,
		on: '2027-02-01',
	});
	expect(await outcomeOf(paper?.text ?? '')).toBe('valid');
});

test('a language course says its level; an assessment is no course to attest', async () => {
	const language = await attended({
		kind: 'language_course',
		courseLanguage: 'nl',
		level: 'A1.2',
		hours: 240,
	});
	await language.takeIn('present', 'present', 'present', 'present');
	expect((await papers(language.dossier))[0]?.claims).toMatchObject({
		kind: 'language_course',
		level: 'A1.2',
	});
	setNow(before);
	const assessment = await attended({ kind: 'social_assessment' });
	await assessment.takeIn('present', 'present', 'present', 'present');
	expect(await kinds(assessment.dossier)).toEqual(['obligation', 'registration']);
});

test('an attendance that is corrected takes its attestation back, and another correction gives a new one', async () => {
	const { dossier, takeIn } = await attended();
	await takeIn('present', 'present', 'present', 'present');
	const [first] = await papers(dossier);
	await takeIn('present', 'present', 'absent', 'present');
	expect(await kinds(dossier)).toContain('rights_and_duties (fact_withdrawn)');
	expect(await outcomeOf(first?.text ?? '')).toBe('revoked');
	await takeIn('present', 'present', 'present', 'present');
	const [second] = await papers(dossier);
	expect(second?.id).not.toBe(first?.id);
	expect([await outcomeOf(first?.text ?? ''), await outcomeOf(second?.text ?? '')]).toEqual([
		'revoked',
		'valid',
	]);
});

test('a session that is moved after it was attended takes nothing back', async () => {
	const { dossier, session, takeIn } = await attended();
	await takeIn('present', 'present', 'present', 'present');
	await pool.query(`update session set starts_on = '2027-01-12' where id = $1`, [session]);
	await must(step(dossier, 'completion', '2027-02-05'));
	expect(await kinds(dossier)).toEqual(['obligation', 'registration', 'rights_and_duties', 'completion']);
});

test('revoked with a reason: the same again answers the same, another reason is refused, no new one follows', async () => {
	const dossier = await confirmed();
	const [paper] = await papers(dossier);
	const { id = '', reference = '', text = '' } = paper ?? {};
	expect(
		await revokeAttestation(deps, operator, { attestation: id, reason: 'fact_withdrawn' }),
	).toMatchObject({
		reason: 'unknown_reason',
	});
	expect(
		await revokeAttestation(deps, operator, { attestation: randomUUID(), reason: 'misused' }),
	).toMatchObject({ reason: 'unknown_attestation' });
	const revoked = await runCommand(database, 'revoke', reference, '--reason', 'misused', '--json');
	expect(JSON.parse(revoked.out)).toEqual({ attestation: id, reason: 'misused', inItsPlace: null });
	expect(await runCommand(database, 'revoke', id, '--reason', 'misused')).toMatchObject({ exit: 0 });
	expect(await runCommand(database, 'revoke', id, '--reason', 'data_wrong')).toMatchObject({ exit: 1 });
	expect(await outcomeOf(text)).toBe('revoked');
	await issueMissing(deps, operator);
	await must(step(dossier, 'registration'));
	expect(await kinds(dossier)).toEqual(['obligation (misused)', 'registration']);
});

test('where the data was wrong a new one with what the register says now takes its place', async () => {
	const dossier = await confirmed();
	const [paper] = await papers(dossier);
	await deps.store.transact(async (tx) => {
		const found = await tx.dossiers.find(dossier);
		const key = found?.personKey ?? new Uint8Array();
		const person = JSON.parse(deps.vault.openPerson(key, found?.person ?? new Uint8Array())) as object;
		const sealed = deps.vault.sealPerson(key, JSON.stringify({ ...person, familyName: 'Al-Haddad' }));
		await pool.query('update dossier set person = $1 where id = $2', [Buffer.from(sealed), dossier]);
	});
	const { value } = await must(
		revokeAttestation(deps, operator, { attestation: paper?.id ?? '', reason: 'data_wrong' }),
	);
	const [now] = await papers(dossier);
	expect(value.inItsPlace).toBe(now?.id);
	expect(now?.claims.familyName).toBe('Al-Haddad');
	expect(await outcomeOf(now?.text ?? '')).toBe('valid');
});

test('a key signs for six months; what the old one signed stays good, and its secret is gone', async () => {
	const [early, late] = [await openNewcomer(deps), await openNewcomer(deps)];
	await pool.query(`update dossier set commune = '21003' where id = any($1)`, [[early, late]]);
	await must(confirm(early));
	const kid = (await papers(early))[0]?.kid;
	const { rows } = await pool.query<{ secret: Buffer }>('select secret from signing_key where kid = $1', [
		kid,
	]);
	// PKCS #8 of an Ed25519 key begins so: sealed, it does not.
	expect(rows[0]?.secret.toString('hex')).not.toContain('302e020100300506032b6570');
	setNow(new Date('2027-06-30T10:00:00Z'));
	expect((await rotateKeys(deps, operator, { all: false })).value.rotated).toEqual([]);
	setNow(new Date('2027-07-01T10:00:00Z'));
	await must(confirm(late));
	const key = (await publishKeys(deps)).filter(({ issuer }) => issuer === 'commune:21003');
	expect(key.map(({ from, until }) => [from, until])).toEqual([
		['2027-01-01', '2027-07-01'],
		['2027-07-01', null],
	]);
	for (const dossier of [early, late])
		expect(await outcomeOf((await papers(dossier))[0]?.text ?? '')).toBe('valid');
	expect(
		(await pool.query('select 1 from signing_key where ended_at is not null and secret is not null')).rows,
	).toEqual([]);
	const { rotated, signing } = (await rotateKeys(deps, operator, { all: true })).value;
	expect(rotated).toHaveLength(signing);
	for (const dossier of [early, late])
		expect(await outcomeOf((await papers(dossier))[0]?.text ?? '')).toBe('valid');
});

test('the keys are listed and rotated by command', async () => {
	const { out } = await runCommand(database, 'keys', 'list', '--json');
	expect(JSON.parse(out)).toEqual(await publishKeys(deps));
	const run = await runCommand(database, 'keys', 'rotate', '--json');
	expect(JSON.parse(run.out)).toMatchObject({ rotated: [] });
	expect(await runCommand(database, 'keys', 'list', '--all')).toMatchObject({ exit: 2 });
});

test('whoever fetches the keys and then the list can read the list, also the very first time', async () => {
	await pool.query(`delete from signing_key where issuer = 'halte'`);
	const keys = await publishKeys(deps);
	expect(await readStatus(await publishStatus(deps), keys)).not.toBeNull();
});

test('only the person opens their attestations', async () => {
	const [a, b] = [await confirmed(), await confirmed()];
	const [paper] = await papers(a);
	const attestation = paper?.id ?? '';
	expect((await readAttestation(deps, newcomer(a), { attestation })).ok).toBe(true);
	expect((await readAttestation(deps, newcomer(b), { attestation })).ok).toBe(false);
	expect((await readAttestation(deps, newcomer(a), { attestation: 'x' })).ok).toBe(false);
	const { text } = paper ?? {};
	const { held } = (await must(exportDossier(deps, operator, { dossier: a }))).value;
	expect(held.attestations).toMatchObject([{ id: attestation, kind: 'obligation', text }]);
});

test('its reference leads to its text until the person is erased', async () => {
	const dossier = await confirmed();
	const [paper] = await papers(dossier);
	const reference = paper?.reference ?? '';
	expect(await attestationByReference(deps, { reference })).toBe(paper?.text);
	expect(await attestationByReference(deps, { reference: '000000000000' })).toBeNull();
	await pool.query('update dossier set person_key = null, person = null where id = $1', [dossier]);
	expect(await attestationByReference(deps, { reference })).toBeNull();
	expect(
		(await checkDatabase(deps, operator)).value.faults.filter(({ check }) => check === 'attestations'),
	).toEqual([]);
});

test('facts from before there were attestations are attested afterwards, once', async () => {
	const dossier = await confirmed();
	await pool.query('delete from attestation where dossier = $1', [dossier]);
	await issueMissing(deps, operator);
	await issueMissing(deps, operator);
	expect(await kinds(dossier)).toEqual(['obligation']);
});

test('the check finds an attestation without its fact, and one that was changed', async () => {
	const [unfounded, changed] = [await confirmed(), await confirmed()];
	const faults = async () =>
		(await checkDatabase(deps, operator)).value.faults
			.filter(({ check }) => check === 'attestations')
			.map(({ code, details }) => [code, details['dossier']]);
	expect(await faults()).toEqual([]);
	await pool.query('update dossier set confirmed_on = null where id = $1', [unfounded]);
	await pool.query(`update attestation set place = place + 100000 where dossier = $1`, [changed]);
	expect((await faults()).toSorted()).toEqual(
		[
			['attestation_says_otherwise', changed],
			['attestation_without_fact', unfounded],
		].toSorted(),
	);
	await pool.query(`update dossier set confirmed_on = '2026-12-20' where id = $1`, [unfounded]);
	await pool.query(`update attestation set place = place - 100000 where dossier = $1`, [changed]);
	await pool.query(`update signing_key set public_key = '\\x00' where issuer = 'commune:21015'`);
	expect((await faults()).map(([code]) => code)).toContain('attestation_not_signed');
});

test('the check finds a fact whose attestation is not there; a revoked one is', async () => {
	const dossier = await confirmed();
	await must(step(dossier, 'registration', '2026-12-21'));
	const missing = async () =>
		(await checkDatabase(deps, operator)).value.faults.filter(({ code }) => code === 'attestation_missing');
	const [obligation] = await papers(dossier);
	await must(
		revokeAttestation(deps, operator, { attestation: obligation?.id ?? '', reason: 'issued_by_mistake' }),
	);
	expect(await missing()).toEqual([]);
	await pool.query(`delete from attestation where dossier = $1 and kind = 'registration'`, [dossier]);
	expect(await missing()).toEqual([
		{ check: 'attestations', code: 'attestation_missing', details: { dossier, kind: 'registration' } },
	]);
	await issueMissing(deps, operator);
	expect(await missing()).toEqual([]);
});

test('the longest names in Ethiopic fit into a code of at most 900 characters', async () => {
	const dossier = await openNewcomer(deps, longestNames);
	await must(confirm(dossier));
	const [paper] = await papers(dossier);
	expect(paper?.text.length).toBeLessThanOrEqual(900);
	expect(paper?.text.length).toBeGreaterThan(700);
	expect(readText(paper?.text ?? '')?.claims).toMatchObject(longestNames);
});
