import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { startJobs } from '#lib/server/jobs/startJobs.ts';
import { announce } from '#lib/services/announce.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';

const database = await testDatabase();
const { deps, pool, url } = database;
await addPeople(pool, ['P1']);

const jobs = async (name: string) =>
	(
		await pool.query<Record<string, unknown>>(
			`select * from pgboss.job where name = $1 order by created_on, start_after desc, id`,
			[name],
		)
	).rows;

test('a message and its job are kept together, or neither', async () => {
	const session = await addSession(database);
	const news = { dossier: 'P1', kind: 'booked', session } as const;
	const written = deps.store.transact(async (tx) => {
		await announce(tx, deps, news, deps.now());
		throw new Error('changed my mind');
	});
	await expect(written).rejects.toThrow('changed my mind');
	expect((await pool.query('select 1 from message')).rows).toEqual([]);
	expect(await jobs('send-message')).toEqual([]);

	const message = await deps.store.transact((tx) => announce(tx, deps, news, deps.now()));
	const { rows } = await pool.query(
		'select id, kind, state, session, due_at = written_at as due from message',
	);
	expect(rows).toEqual([{ id: message, kind: 'booked', state: 'waiting', session, due: true }]);
	expect(await jobs('send-message')).toMatchObject([{ data: { message }, state: 'created' }]);
});

test('a reminder of one day is written once', async () => {
	const session = await addSession(database);
	const booking = randomUUID();
	const remind = (aboutOn: string) =>
		deps.store.transact((tx) =>
			announce(tx, deps, { dossier: 'P1', kind: 'reminder_1_day', session, booking, aboutOn }, deps.now()),
		);
	expect(await remind('2026-12-10')).not.toBeNull();
	expect(await remind('2026-12-10')).toBeNull();
	expect(await remind('2026-12-11')).not.toBeNull();
});

test('a job is the row that pg-boss itself would have written', async () => {
	const { boss, stop } = await startJobs(url, deps, { schedules: [], works: [], everySeconds: 600 });
	const after = new Date(Date.now() + 3_600_000);
	const data = { session: 'S1' };
	await boss.sendAfter('promote', data, null, after);
	await boss.send('promote', data);
	await deps.store.transact(async (tx) => {
		await tx.jobs.send({ name: 'promote', data }, after);
		await tx.jobs.send({ name: 'promote', data });
	});
	const rows = (await jobs('promote')).map(({ id: _id, created_on, start_after, keep_until, ...row }) => ({
		...row,
		at_once: Math.abs(Number(start_after) - Number(created_on)) < 10_000,
		kept: Math.round((Number(keep_until) - Number(start_after)) / 1_000),
	}));
	expect(rows).toHaveLength(4);
	expect(rows[2]).toEqual(rows[0]);
	expect(rows[3]).toEqual(rows[1]);
	expect(rows.map((row) => row.at_once)).toEqual([false, true, false, true]);
	await stop();
});
