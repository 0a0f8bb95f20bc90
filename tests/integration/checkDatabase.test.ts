import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { operator, system } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { checkDatabase } from '#lib/services/checkDatabase.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { issueLetter } from '#lib/services/issueLetter.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { sealJournal } from '#lib/services/sealJournal.ts';
import { testDatabase } from '../support/database.ts';
import { wish } from '../support/help.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { addOffice, addSession } from '../support/offer.ts';
import { runCommand, runCommandWith } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
const now = new Date('2026-12-01T10:00:00Z');
let dossier = '';

beforeAll(async () => {
	setNow(now);
	dossier = await openNewcomer(deps);
	const newcomer: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null };
	await addOffice(pool, 'VIA');
	await confirmObligation(deps, operator, { dossier, on: '2026-11-01', printedDeadline: null });
	await recordStep(deps, operator, { dossier, step: 'registration', on: '2026-11-02', office: 'VIA' });
	await issueLetter(deps, operator, { dossier, origin: 'https://halte.example' });
	await bookSeat(deps, newcomer, { dossier, session: await addSession(database), key: randomUUID() });
	await askCallback(deps, newcomer, wish(now));
	await sealJournal(deps, system);
});

/** Undoes what a test did to the tables, whatever it was: copies kept beside them. */
const tables = [
	'dossier',
	'step_done',
	'suspension',
	'letter_code',
	'sign_in',
	'booking',
	'message',
	'callback',
	'task',
];
const triggers = (which: 'enable' | 'disable') =>
	['journal', 'journal_link', 'seat_event']
		.map((table) => `alter table ${table} ${which} trigger all`)
		.join(';');
const plant = async (change: string): Promise<void> => {
	await pool.query(`${triggers('disable')}; ${change}; ${triggers('enable')}`);
};
const found = async () => (await checkDatabase(deps, operator)).value.faults;

beforeAll(async () => {
	for (const table of [...tables, 'journal', 'seat_event'])
		await pool.query(`create table public.kept_${table} as table ${table}`);
});
afterEach(async () => {
	const back = [...tables, 'journal', 'seat_event'].map(
		(table) => `delete from ${table}; insert into ${table} overriding system value table kept_${table}`,
	);
	await pool.query(
		`set session_replication_role = replica; ${back.join(';')}; delete from pgboss.job; set session_replication_role = default`,
	);
	expect(await found()).toEqual([]);
});

test('a database that fits together has no fault, and says how far the journal is sealed', async () => {
	const { value } = await checkDatabase(deps, operator);
	expect(value.faults).toEqual([]);
	expect(value.journal).toMatchObject({ unsealed: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

const ago = (days: number) => `'${new Date(now.getTime() - days * 86_400_000).toISOString()}'::timestamptz`;

test.each<[check: string, code: string, change: string]>([
	[
		'journal',
		'journal_line_changed',
		`update journal set action = 'looked' where seq = (select max(seq) from journal)`,
	],
	['journal', 'journal_line_missing', 'delete from journal where seq = (select max(seq) from journal)'],
	['seats', 'booking_not_in_ledger', 'delete from seat_event'],
	['seats', 'ledger_without_booking', 'delete from booking'],
	['dossiers', 'person_not_readable', `update dossier set person = '\\x00'::bytea || person`],
	['dossiers', 'person_half_erased', 'update dossier set person = null'],
	['dossiers', 'erased_with_a_way_in', 'update dossier set person = null, person_key = null'],
	[
		'dossiers',
		'step_before_registration',
		`insert into step_done values ('{dossier}', 'welcome', '2026-11-01', 'VIA', now())`,
	],
	['dossiers', 'step_in_future', `update step_done set "on" = '2026-12-02'`],
	['dossiers', 'confirmed_in_future', `update dossier set confirmed_on = '2026-12-02'`],
	[
		'dossiers',
		'dossier_without_register_event',
		`insert into dossier (id, commune, language, name_hash, outcome, reasons, reference_date, rules, decided_on, created_at, person_key, person)
		select 'ZZ', commune, language, name_hash, outcome, reasons, reference_date, rules, decided_on, created_at, person_key, person from dossier`,
	],
	['callbacks', 'open_request_without_contact', 'update callback set contact = null'],
	['callbacks', 'closed_request_without_outcome', `update callback set closed_at = ${ago(1)}`],
	[
		'callbacks',
		'closed_request_still_held',
		`update callback set closed_at = ${ago(1)}, outcome = 'done', claimed_until = ${ago(0)}`,
	],
	['callbacks', 'contact_kept_too_long', `update callback set closed_at = ${ago(9)}, outcome = 'done'`],
	[
		'messages',
		'message_not_sent',
		`insert into message (id, dossier, kind, codes, written_at, state, due_at)
		values (gen_random_uuid(), '{dossier}', 'test', '{}', ${ago(1)}, 'waiting', ${ago(1)})`,
	],
	[
		'messages',
		'undelivered_without_task',
		`insert into message (id, dossier, kind, codes, written_at, state, due_at)
		values (gen_random_uuid(), '{dossier}', 'booked', '{}', ${ago(1)}, 'undelivered', ${ago(1)})`,
	],
	[
		'jobs',
		'job_failed',
		`insert into task (kind, codes, created_at) values ('job_failed', '{seal-journal}', now())`,
	],
	[
		'jobs',
		'dead_letter',
		`insert into pgboss.job (name, source_name, state) values ('dead-letters', 'seal-journal', 'created')`,
	],
	[
		'jobs',
		'job_stuck',
		`insert into pgboss.job (name, state, started_on, expire_seconds) values ('promote', 'active', ${ago(1)}, 600)`,
	],
])('%s: %s is found', async (check, code, change) => {
	await plant(change.replace('{dossier}', dossier));
	expect(await found()).toContainEqual({ check, code, details: expect.any(Object) });
});

test('two working codes are found, should the index that forbids them ever be lost', async () => {
	await pool.query('drop index letter_code_one_works');
	await pool.query(`insert into letter_code (code_hash, dossier, created_at) values ('\\x01', $1, now())`, [
		dossier,
	]);
	expect(await found()).toContainEqual({
		check: 'letter_codes',
		code: 'two_working_codes',
		details: { dossier },
	});
});

test('the command ends with 0 when all is well, and with 1 and the faults when it is not', async () => {
	const well = await runCommand(database, 'check', '--json');
	expect(well.exit, well.out + well.err).toBe(0);
	expect(JSON.parse(well.out)).toMatchObject({ ok: true, faults: [] });
	await plant('update dossier set person = null');
	const bad = await runCommand(database, 'check');
	expect(bad.exit).toBe(1);
	expect(bad.out).toContain(`dossiers: person_half_erased dossier=${dossier}`);
});

test('the command says so when there was nothing to check, and only then', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'halte-new-'));
	try {
		const settings = { HALTE_DATA_DIR: join(folder, 'data'), HALTE_KEYS: database.keys };
		const first = await runCommandWith(settings, 'check');
		expect(first.err).toContain(`There was no Halte in ${settings.HALTE_DATA_DIR} yet`);
		expect((await runCommandWith(settings, 'check')).err).not.toContain('There was no Halte');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
