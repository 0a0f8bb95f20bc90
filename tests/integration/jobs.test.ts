import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { migrate } from '#lib/server/db/migrate.ts';
import { patience } from '#lib/server/jobs/queues.ts';
import { startJobs } from '#lib/server/jobs/startJobs.ts';
import type { Jobs } from '#lib/server/jobs/startJobs.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool, url } = await testDatabase();

const quick = { everySeconds: 1, retry: { retryLimit: 1, retryDelay: 1, retryBackoff: false } };
const running: Jobs[] = [];
const start = async (schedules: Parameters<typeof startJobs>[2]) => {
	const jobs = await startJobs(url, deps, { ...quick, ...schedules });
	running.push(jobs);
	return jobs;
};
const until = async (happened: () => Promise<boolean> | boolean, seconds = 120) => {
	for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100))
		if (await happened()) return;
	throw new Error('It did not happen in time.');
};
const tasks = async () =>
	(await pool.query<{ codes: string[]; done_at: Date | null }>('select codes, done_at from task')).rows;

afterEach(async () => {
	await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});

test('a start makes the queues as this Halte wants them, and asks for nothing when they are', async () => {
	const retries = async () =>
		(await pool.query<{ retry_limit: number }>(`select retry_limit from pgboss.queue where name = 'promote'`))
			.rows;
	await pool.query(`update pgboss.queue set retry_limit = 99 where name = 'promote'`);
	await migrate(url);
	expect(await retries(), 'whoever changed them by hand knows why').toEqual([{ retry_limit: 99 }]);
	await pool.query(`comment on schema pgboss is 'an earlier Halte'`);
	await migrate(url);
	expect(await retries()).toEqual([{ retry_limit: patience.retryLimit }]);
});

test('two nodes starting at once share the work: each job runs on one of them', async () => {
	const ran: string[] = [];
	const node = (name: string) => ({
		schedules: [
			{
				name: 'count',
				cron: '0 0 1 1 *',
				run: async () => {
					ran.push(name);
					await pause(50);
				},
			},
		],
	});
	const [one] = await Promise.all([start(node('one')), start(node('two'))]);
	for (let round = 1; round <= 5; round++) {
		await one.boss.send('count');
		await until(() => ran.length >= round);
	}
	await pause(2_500);
	expect(ran).toHaveLength(5);
});

test('a job that keeps failing becomes one task for a person, which is settled when it works again', async () => {
	let broken = true;
	let tries = 0;
	const { boss } = await start({
		schedules: [
			{
				name: 'fragile',
				cron: '0 0 1 1 *',
				run: async () => {
					tries++;
					if (broken) throw new Error('broken');
				},
			},
		],
	});
	await boss.send('fragile');
	await until(async () => (await tasks()).length === 1);
	expect(tries).toBe(2);
	expect(await tasks()).toEqual([{ codes: ['fragile'], done_at: null }]);
	await boss.send('fragile');
	await until(() => tries === 4);
	await pause(3_000);
	expect(await tasks()).toHaveLength(1);

	broken = false;
	await boss.send('fragile');
	await until(async () => (await tasks()).every((task) => task.done_at !== null));
});

test('the jobs go on after every connection to the database was cut', async () => {
	let runs = 0;
	const { boss } = await start({
		schedules: [{ name: 'steady', cron: '* * * * *', run: async () => void runs++ }],
	});
	await pool
		.query(
			`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'halte-jobs'`,
		)
		.catch(() => {});
	await until(async () => {
		await boss.send('steady').catch(() => {});
		return runs > 0;
	});
});
