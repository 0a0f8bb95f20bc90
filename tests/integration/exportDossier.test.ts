import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { getTableName } from 'drizzle-orm';
import { holdings } from '#lib/server/db/holdings.ts';
import { noChannels } from '#lib/server/channels/noChannels.ts';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { announce } from '#lib/services/announce.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { complain } from '#lib/services/complain.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { exportDossier } from '#lib/services/exportDossier.ts';
import type { DossierExported } from '#lib/services/exportDossier.ts';
import { holdSeat } from '#lib/services/holdSeat.ts';
import { keepNeeds } from '#lib/services/needs.ts';
import { addBrowser, keepMessagePreference } from '#lib/services/keepMessagePreference.ts';
import { issueLetter } from '#lib/services/issueLetter.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { heldTables } from '#lib/services/ports/holdings.ts';
import { recordAttempt } from '#lib/services/recordAttempt.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { startSignInWithin } from '#lib/services/startSignIn.ts';
import { suspendDossier } from '#lib/services/suspendDossier.ts';
import { testDatabase } from '../support/database.ts';
import { inHandOf, wish } from '../support/help.ts';
import { must } from '../support/must.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { addOffice, addSession } from '../support/offer.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
setNow(new Date('2026-12-01T10:00:00Z'));

/** Tables that hold nothing about one person, each with the reason. */
const aboutNobody: Record<string, string> = {
	course: 'what is taught',
	session: 'a dated run of a course',
	office: 'a place where people are received',
	mark: 'facts about the installation',
	journal_link: 'hashes of journal lines',
	challenge: 'questions to a browser, gone within minutes',
	signing_key: 'keys of communes and offices',
};

const exported = async (dossier: string): Promise<DossierExported> =>
	(await must(exportDossier(deps, operator, { dossier }))).value;

/** Everything that can be held about somebody. */
const someoneWithEverything = async (): Promise<string> => {
	const dossier = await openNewcomer(deps, { nationalNumber: '85073003328', birthDate: '1985-07-30' });
	const newcomer: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: new Uint8Array(32) };
	const today = deps.now().toISOString().slice(0, 10);
	await addOffice(pool, 'VIA');
	await must(confirmObligation(deps, operator, { dossier, on: today, printedDeadline: null }));
	await must(recordStep(deps, operator, { dossier, step: 'registration', on: today, office: 'VIA' }));
	await must(issueLetter(deps, operator, { dossier, origin: 'https://halte.example' }));
	const { rows } = await pool.query<{ code_hash: Buffer }>(
		'select code_hash from letter_code where dossier = $1',
		[dossier],
	);
	await deps.store.transact(async (tx) => {
		await tx.signInAttempts.add({ codeHash: rows[0]!.code_hash, device: null, succeeded: true }, deps.now());
		await tx.passkeys.add({
			...{ id: 'key', dossier, publicKey: new Uint8Array([1, 2, 3]), counter: 0, transports: [] },
			createdAt: deps.now(),
		});
	});
	await deps.store.transact((tx) =>
		startSignInWithin(tx, deps, newcomer, { dossier, by: 'passkey', sharedDevice: false, replaces: null }),
	);
	const [open, full] = [
		await addSession(database, { id: 'open', startTime: '09:00', endTime: '12:00' }),
		await addSession(database, { id: 'full', seats: 0, startTime: '18:00', endTime: '20:00' }),
	];
	await must(bookSeat(deps, newcomer, { dossier, session: open, key: randomUUID() }));
	await must(joinWaitingList(deps, newcomer, { dossier, session: full }));
	const other = await addSession(database, { id: 'held', startTime: '14:00', endTime: '16:00' });
	await must(holdSeat(deps, newcomer, { dossier, session: other }));
	await must(
		keepNeeds(deps, newcomer, {
			dossier,
			needs: { codes: ['childcare'], interpreterLanguage: null, signLanguage: null },
		}),
	);
	await pool.query(
		`insert into attendance (session, dossier, meeting_on, status, recorded_at)
		values ('open', $1, '2027-01-11', 'present', now())`,
		[dossier],
	);
	const contact = { kind: 'phone', value: '+32470000001' } as const;
	const asked = await must(
		askCallback(deps, newcomer, wish(deps.now(), { contact, pickUp: 'someone_else', otherPerson: 'Amina' })),
	);
	await inHandOf(deps, asked.value.code, 'A');
	await must(recordAttempt(deps, operator, { code: asked.value.code, result: 'no_answer', by: 'A' }));
	await must(
		complain(deps, newcomer, {
			...{ key: randomUUID(), subject: 'counter_closed', service: 'commune', commune: '21015', office: null },
			...{ language: 'fr', words: 'Le guichet était fermé.', contact },
		}),
	);
	await pool.query(
		`insert into task (kind, dossier, codes, created_at) values ('possible_duplicate', $1, '{}', now())`,
		[dossier],
	);
	await pool.query(
		`insert into quarantine (line_hash, line, line_number, event_hash, codes, first_seen_at)
		select '\\x01', $2, 7, event_hash, '{same_id_other_content}', now() from intake_event where dossier = $1`,
		[dossier, deps.vault.seal('{}', 'register-line')],
	);
	const message = await deps.store.transact((tx) =>
		announce(tx, deps, { dossier, kind: 'booked', session: open }, deps.now()),
	);
	await pool.query(
		`insert into message_attempt (message, channel, at, result) values ($1, 'sms', now(), 'accepted')`,
		[message],
	);
	await must(
		addBrowser({ ...deps, channels: { ...noChannels, ready: ['sms', 'push'] } }, newcomer, {
			...{ endpoint: 'https://push.example/x', p256dh: 'p', auth: 'a' },
		}),
	);
	await must(
		keepMessagePreference({ ...deps, channels: { ...noChannels, ready: ['sms', 'push'] } }, newcomer, {
			...{ channels: ['sms', 'push'], phone: '+32470000002', email: null },
		}),
	);
	await must(suspendDossier(deps, operator, { dossier, from: today, until: null }));
	return dossier;
};

test('every table that is about a person is handed out', async () => {
	const held = new Set(heldTables.map((name) => getTableName(holdings[name].table)));
	const { rows } = await pool.query<{ name: string; dossier: boolean; parents: string[] }>(`
		select c.relname as name,
			exists (select from pg_attribute where attrelid = c.oid and attname = 'dossier' and not attisdropped) as dossier,
			array(select confrelid::regclass::text from pg_constraint where conrelid = c.oid and contype = 'f') as parents
		from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
	expect(rows.length).toBeGreaterThan(15);
	const missing = rows.filter(
		({ name, dossier, parents }) =>
			!held.has(name) && (dossier || parents.some((parent) => held.has(parent)) || !aboutNobody[name]),
	);
	expect(missing.map(({ name }) => name)).toEqual([]);
});

test('one who has something of everything gets all of it, opened, and nobody else sees any of it', async () => {
	const [dossier, other] = [await someoneWithEverything(), await openNewcomer(deps)];
	const { person, held } = await exported(dossier);
	expect(person).toMatchObject({ nationalNumber: '*********28', birthDate: '1985-07-30' });
	expect(JSON.stringify({ person, held })).not.toContain('85073003328');
	for (const name of heldTables) expect(held[name].length, name).toBeGreaterThan(0);
	expect(held.callbacks[0]).toMatchObject({ contact: { value: '+32470000001' }, otherPerson: 'Amina' });
	expect(held.complaints[0]).toMatchObject({ words: 'Le guichet était fermé.', contact: { kind: 'phone' } });
	expect(held.needs[0]).toMatchObject({ needs: { codes: ['childcare'] } });
	expect(held.messagePreferences[0]).toMatchObject({
		channels: ['sms', 'push'],
		contact: { phone: '+32470000002', email: null },
	});
	expect(held.pushSubscriptions[0]).toMatchObject({ subscription: 'https://push.example/x' });
	expect(held.messages[0]).toMatchObject({ kind: 'booked', session: 'open', state: 'waiting' });
	expect(held.passkeys[0]).toMatchObject({ publicKey: 'AQID' });
	expect(held.journal.at(-1)).toMatchObject({ action: 'exported', actorKind: 'operator' });
	expect(JSON.stringify(held)).not.toContain('"type":"Buffer"');
	expect(held.dossier[0]).not.toHaveProperty('personKey');
	expect(held.quarantinedLines[0]).not.toHaveProperty('line');
	const tokens = await pool.query<{ id: string }>('select id from sign_in where dossier = $1', [dossier]);
	expect(held.signIns[0]).toMatchObject({ by: 'passkey' });
	expect(JSON.stringify(held)).not.toContain(tokens.rows[0]!.id);

	const theirs = await exported(other);
	expect(JSON.stringify(theirs)).not.toContain(dossier);
	expect(theirs.held.callbacks).toEqual([]);
	const asOther: Actor = { kind: 'newcomer', id: other, channel: 'web', device: null };
	expect(await exportDossier(deps, asOther, { dossier })).toMatchObject({ reason: 'unknown_dossier' });
});

test('of an erased person the rest is handed out without them', async () => {
	const dossier = await openNewcomer(deps);
	const newcomer: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null };
	const withMail = { ...deps, channels: { ...noChannels, ready: ['email'] as const } };
	const email = 'amina@example.org';
	await must(keepMessagePreference(withMail, newcomer, { channels: ['email'], phone: null, email }));
	await pool.query('update dossier set person_key = null, person = null where id = $1', [dossier]);
	const { person, held } = await exported(dossier);
	expect(person).toBeNull();
	expect(held.dossier).toHaveLength(1);
	expect(held.messagePreferences[0]).toMatchObject({ contact: { phone: null, email: null } });
	expect(JSON.stringify(held)).not.toContain(email);
});

test('the command prints it as JSON, and refuses an unknown dossier', async () => {
	const dossier = await openNewcomer(deps);
	const typed = dossier.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
	const { exit, out } = await runCommand(database, 'export', typed, '--json');
	expect(exit).toBe(0);
	expect(JSON.parse(out)).toMatchObject({ format: 'halte-export/1', held: { dossier: [{ id: dossier }] } });
	expect((await runCommand(database, 'export', 'nobody')).exit).toBe(1);
});
