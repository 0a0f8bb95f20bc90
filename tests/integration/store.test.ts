import { expect, test } from 'vitest';
import { isDatabaseAway } from '#lib/server/db/availability.ts';
import { openPool } from '#lib/server/db/connection.ts';
import { operator } from '#lib/services/actor.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool } = await testDatabase({ connections: 4 });

const write = (action: string) =>
	deps.store.transact((tx) => tx.journal.write([{ actor: operator, action, dossier: null }], new Date()));
const written = async (action: string) =>
	(await pool.query('select 1 from journal where action = $1', [action])).rowCount;

test('what is thrown inside undoes everything and gives the connection back', async () => {
	for (let round = 0; round < 10; round++)
		await expect(
			deps.store.transact(async (tx) => {
				await tx.journal.write([{ actor: operator, action: 'undone', dossier: null }], new Date());
				throw new Error('changed my mind');
			}),
		).rejects.toThrow('changed my mind');
	expect(await written('undone')).toBe(0);
	expect(pool.idleCount).toBe(pool.totalCount);
});

test('connections that die before, within and between transactions leave no hole in the pool', async () => {
	const { rows } = await pool.query<{ name: string }>('select current_database() as name');
	for (let round = 0; round < 5; round++) {
		await Promise.all(Array.from({ length: 4 }, () => pool.query('select pg_sleep(0.02)')));
		const busy = deps.store
			.transact(async (tx) => {
				await tx.journal.ofDossier('D', 1);
				await new Promise((resolve) => setTimeout(resolve, 100));
				await tx.journal.ofDossier('D', 1);
			})
			.catch(() => 'lost');
		const killer = await pool.connect();
		await killer.query(
			'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
			[rows[0]?.name],
		);
		killer.release();
		// At once, on connections of which nobody has heard yet that they are dead.
		await Promise.all(Array.from({ length: 8 }, () => write(`round ${round}`).catch(() => 'lost')));
		expect(await busy).toBe('lost');
	}
	await write('still here');
	expect(await written('still here')).toBe(1);
	expect(pool.waitingCount).toBe(0);
	expect(pool.idleCount).toBe(pool.totalCount);
});

test('a server that says nothing at all is given up after a while, as one that is away', async () => {
	const { url } = await testDatabase({ connections: 1 });
	const impatient = openPool(url, () => {}, { max: 1, patience: 500 });
	const { rows } = await impatient.query<{ pid: number }>('select pg_backend_pid() as pid');
	const pid = rows[0]?.pid ?? 0;
	process.kill(pid, 'SIGSTOP');
	try {
		const error: unknown = await impatient.query('select 1').catch((thrown: unknown) => thrown);
		expect(isDatabaseAway(error)).toBe(true);
	} finally {
		process.kill(pid, 'SIGCONT');
	}
	expect((await impatient.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
	await impatient.end();
});
