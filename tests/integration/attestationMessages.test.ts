import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { attestationKindName, revocationWords } from '#lib/i18n/attestationWords.ts';
import { operator } from '#lib/services/actor.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { issueMissing } from '#lib/services/issueMissing.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { messageWorld } from '../support/messageWorld.ts';
import { must } from '../support/must.ts';
import { addOffice } from '../support/offer.ts';

// Somebody reads by their channels, in their language, that a paper was made for them, and that one is no longer good.

const world = await messageWorld();
const { deps, pool, gateway, mail, folder, person, send, message } = world;
await addOffice(pool, 'VIA');
afterEach(() => {
	for (const list of [gateway.received, mail.received]) list.length = 0;
});

const today = brusselsToday(deps.now());
const confirm = (dossier: string) =>
	must(confirmObligation(deps, operator, { dossier, on: today, printedDeadline: null }));
const register = (dossier: string) =>
	must(recordStep(deps, operator, { dossier, step: 'registration', on: today, office: 'VIA' }));
const paperOf = async (dossier: string) =>
	(
		await pool.query<{ id: string; reference: string }>(
			'select id, reference from attestation where dossier = $1 and revoked_at is null order by issued_at',
			[dossier],
		)
	).rows[0] ?? { id: '', reference: '' };
const revoke = async (dossier: string, reason: string) =>
	must(revokeAttestation(deps, operator, { attestation: (await paperOf(dossier)).id, reason }));
const written = async (dossier: string) =>
	(
		await pool.query<{ id: string; kind: string; state: string }>(
			'select id, kind, state from message where dossier = $1 order by written_at, id',
			[dossier],
		)
	).rows;
const kinds = async (dossier: string) => (await written(dossier)).map(({ kind }) => kind);
const newsOf = async (dossier: string, kind: string) => {
	const found = (await written(dossier)).find((each) => each.kind === kind);
	if (!found) throw new Error(`nothing of ${kind}`);
	return found.id;
};
const jobsFor = async (id: string) =>
	(await pool.query(`select 1 from pgboss.job where name = 'send-message' and data->>'message' = $1`, [id]))
		.rowCount;

test('a paper that was made is told once, by SMS without a word of the person or of the paper', async () => {
	const dossier = await person('fr', ['sms']);
	await confirm(dossier);
	await confirm(dossier);
	expect(await kinds(dossier)).toEqual(['attestation_issued']);
	const news = await newsOf(dossier, 'attestation_issued');
	expect(await jobsFor(news)).toBe(1);
	expect(await send(news)).toMatchObject({ value: { outcome: 'sent', channel: 'sms' } });
	const text = gateway.received[0]?.text ?? '';
	expect(text).toContain('Vous avez un nouveau papier signé');
	const { reference } = await paperOf(dossier);
	for (const said of ['Haddad', 'Omar', 'obligation', '1985', reference, dossier, 'http', '/attestations'])
		expect(text).not.toContain(said);
});

test.each(languages)(
	'by e-mail in %s: what was made, what ended and why, and where the papers are',
	async (language) => {
		const dossier = await person(language, ['email']);
		await confirm(dossier);
		await send(await newsOf(dossier, 'attestation_issued'));
		await revoke(dossier, 'misused');
		await send(await newsOf(dossier, 'attestation_revoked'));
		const [issued, revoked] = mail.received.map(({ parts }) => parts['text/plain'] ?? '');
		for (const text of [issued, revoked]) {
			expect(text).toContain(`https://halte.example/${language}/attestations`);
			expect(text).toContain(attestationKindName('obligation', { locale: language }));
		}
		const why = revocationWords('misused', { locale: language });
		expect(revoked).toContain(why);
		expect(issued).not.toContain(why);
	},
);

test('who never said how to be written to finds a paper on their page, and reads by post that one ended', async () => {
	const dossier = await person('nl', null);
	await confirm(dossier);
	await register(dossier);
	expect(await kinds(dossier)).toEqual([]);
	await revoke(dossier, 'issued_by_mistake');
	const news = await newsOf(dossier, 'attestation_revoked');
	expect(await send(news)).toMatchObject({ value: { outcome: 'sent', channel: 'letter' } });
	const [day = ''] = readdirSync(folder);
	const letter = readdirSync(join(folder, day)).find((name) => name.includes(news)) ?? '';
	expect(
		readFileSync(join(folder, day, letter))
			.subarray(0, 5)
			.toString(),
	).toBe('%PDF-');
});

test('a paper that ended before its news left is not announced as made', async () => {
	const dossier = await person('fr', ['sms']);
	await confirm(dossier);
	await revoke(dossier, 'issued_by_mistake');
	const issued = await newsOf(dossier, 'attestation_issued');
	await send(issued);
	expect(await message(issued)).toMatchObject({ state: 'dropped', reason: 'attestation_revoked' });
	expect(gateway.received).toEqual([]);
	await send(await newsOf(dossier, 'attestation_revoked'));
	expect(gateway.received[0]?.text).toContain('Un de vos papiers n’est plus valable');
});

test('a fact taken back and given again is told only as it is in the end', async () => {
	const dossier = await person('fr', ['sms']);
	await confirm(dossier);
	await revoke(dossier, 'misused');
	await pool.query(`update attestation set revoked_for = 'fact_withdrawn' where dossier = $1`, [dossier]);
	await register(dossier);
	const ended = await newsOf(dossier, 'attestation_revoked');
	await send(ended);
	expect(await message(ended)).toMatchObject({ state: 'dropped', reason: 'attested_again' });
});

test('where wrong data was put right there is one message, which says that a new paper takes its place', async () => {
	const dossier = await person('fr', ['sms']);
	await confirm(dossier);
	await send(await newsOf(dossier, 'attestation_issued'));
	await revoke(dossier, 'data_wrong');
	expect(await kinds(dossier)).toEqual(['attestation_issued', 'attestation_revoked']);
	await send(await newsOf(dossier, 'attestation_revoked'));
	expect(gateway.received.at(-1)?.text).toContain('Un nouveau papier le remplace.');
});

test('papers made afterwards for what happened long ago are told to nobody', async () => {
	const dossier = await person('fr', ['sms']);
	await pool.query(`update dossier set outcome = 'obliged', confirmed_on = '2026-01-05' where id = $1`, [
		dossier,
	]);
	await issueMissing(deps, operator);
	expect((await paperOf(dossier)).id).not.toBe('');
	expect(await kinds(dossier)).toEqual([]);
});

test('the end of a pathway keeps nobody from hearing of its papers', async () => {
	const dossier = await person('fr', ['sms']);
	await confirm(dossier);
	await must(closeDossier(deps, operator, { dossier, on: today }));
	expect(await send(await newsOf(dossier, 'attestation_issued'))).toMatchObject({
		value: { outcome: 'sent' },
	});
});
