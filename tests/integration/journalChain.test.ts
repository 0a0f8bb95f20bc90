import type pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { operator, system } from '#lib/services/actor.ts';
import { checkJournal } from '#lib/services/checkJournal.ts';
import { sealJournal } from '#lib/services/sealJournal.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool } = await testDatabase();

const write = (lines: number) =>
	deps.store.transact((tx) =>
		tx.journal.write(
			Array.from({ length: lines }, (_, at) => ({
				actor: operator,
				action: 'looked',
				dossier: `D${at}`,
				codes: { screen: 'pathway', at },
			})),
			deps.now(),
		),
	);

/** What only somebody who owns the database can do: change what the triggers protect. */
const tamper = async (change: string) => {
	await pool.query('alter table journal disable trigger all; alter table journal_link disable trigger all');
	await pool.query(change);
	await pool.query('alter table journal enable trigger all; alter table journal_link enable trigger all');
};

beforeEach(() => tamper('truncate journal, journal_link restart identity'));

test('every line is sealed once, and the chain holds', async () => {
	await write(12);
	expect((await sealJournal(deps, system)).value).toMatchObject({ sealed: 12, head: { position: 12 } });
	expect((await sealJournal(deps, system)).value).toMatchObject({ sealed: 0, head: { position: 12 } });
	await write(3);
	expect((await sealJournal(deps, system)).value.sealed).toBe(3);
	expect(await checkJournal(deps)).toEqual([]);
});

test('a line that was numbered early and committed late is sealed when it is there', async () => {
	const late: pg.PoolClient = await pool.connect();
	await late.query('begin');
	await late.query(
		`insert into journal (at, actor_kind, channel, action, codes) values (now(), 'system', 'command', 'late', '{}')`,
	);
	await write(2);
	expect((await sealJournal(deps, system)).value.sealed).toBe(2);
	await late.query('commit');
	late.release();
	expect((await sealJournal(deps, system)).value.sealed).toBe(1);
	expect(await checkJournal(deps)).toEqual([]);
});

test('ten sealers at once make one chain', async () => {
	await write(500);
	const sealed = await Promise.all(Array.from({ length: 10 }, () => sealJournal(deps, system)));
	expect(sealed.reduce((sum, { value }) => sum + value.sealed, 0)).toBe(500);
	expect(await checkJournal(deps)).toEqual([]);
});

test.each([
	['changed', `update journal set dossier = 'D9' where seq = 4`, 'journal_line_changed', 4],
	['redated', `update journal set at = at + interval '1 ms' where seq = 4`, 'journal_line_changed', 4],
	['deleted', 'delete from journal where seq = 4', 'journal_line_missing', 4],
	['taken out of the chain', 'delete from journal_link where seq = 4', 'journal_link_missing', 5],
	[
		'swapped with another',
		`update journal_link set seq = case seq when 4 then -5 else -4 end where seq in (4, 5);
		 update journal_link set seq = -seq where seq < 0`,
		'journal_line_changed',
		5,
	],
])('a line that is %s behind the back of the triggers is found', async (_, change, code, line) => {
	await write(10);
	await sealJournal(deps, system);
	await tamper(change);
	const faults = await checkJournal(deps);
	expect(faults[0]).toMatchObject({ check: 'journal', code, details: { line } });
});
