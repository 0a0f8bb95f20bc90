import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { JobResult, JobWithMetadata } from 'pg-boss';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import type { Job } from '#lib/services/ports/jobs.ts';
import type { Deps } from '#lib/services/ports.ts';
import { jobFailed, jobWentWell } from './outcomes.ts';
import { deadLetters, jobSchema, patience } from './queues.ts';
import { schedules as allSchedules } from './schedules.ts';
import type { Schedule } from './schedules.ts';
import { works as allWorks } from './works.ts';
import type { Work } from './works.ts';

/** Jobs at work in this process; `stop` lets the running ones finish and takes no new ones. */
export type Jobs = { boss: PgBoss; stop(): Promise<void> };

/**
 * Starts the jobs on the database at `url`. Several nodes may do so: each occurrence of a schedule runs on one of them.
 * A database that goes away stops nothing for good: what was missed is made up for once when it is back.
 */
export const startJobs = async (
	url: string,
	deps: Deps,
	{
		schedules = allSchedules,
		works = allWorks,
		everySeconds = 15,
		retry = patience as Partial<typeof patience>,
	} = {},
): Promise<Jobs> => {
	const boss = new PgBoss({
		connectionString: url,
		application_name: 'halte-jobs',
		max: 3,
		schema: jobSchema,
		cronMonitorIntervalSeconds: Math.min(30, everySeconds),
		cronWorkerIntervalSeconds: Math.min(15, everySeconds),
		// How soon the work of a process that died is somebody else's.
		superviseIntervalSeconds: Math.min(60, 4 * everySeconds),
		monitorIntervalSeconds: Math.min(60, 4 * everySeconds),
	});
	boss.on('error', (error) => log.warn({ error: errorForLog(error) }, 'the jobs lost the database'));
	try {
		await boss.start();
		await takeUpDeadLetters(boss, deps, works, everySeconds);
		await takeUpWorks(boss, deps, works, everySeconds);
		await takeUpSchedules(boss, deps, schedules, everySeconds, { ...patience, ...retry });
	} catch (error) {
		await boss.stop({ graceful: false }).catch(() => {});
		throw error;
	}
	return { boss, stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
};

/** What all tries of a job came to nothing leaves behind: its own end where it has one, else a task for the whole job. */
const takeUpDeadLetters = async (
	boss: PgBoss,
	deps: Deps,
	works: Work[],
	everySeconds: number,
): Promise<void> => {
	await boss.work<Job['data']>(
		deadLetters.name,
		{ includeMetadata: true, pollingIntervalSeconds: everySeconds },
		async (jobs) => {
			for (const job of jobs as JobWithMetadata<Job['data']>[]) {
				const name = job.sourceName ?? job.name;
				const giveUp = works.find((work) => work.name === name)?.giveUp;
				await (giveUp ? giveUp(deps, job.data) : jobFailed(deps, name));
			}
		},
	);
};

/** A message or a freed seat is not kept waiting: such work is looked for every second or two. */
const takeUpWorks = async (boss: PgBoss, deps: Deps, works: Work[], everySeconds: number): Promise<void> => {
	for (const { name, atOnce, run } of works)
		await boss.work<Job['data']>(
			name,
			{
				...{ pollingIntervalSeconds: Math.min(2, everySeconds), localConcurrency: atOnce.workers },
				// Where there are as many as one can take, the next are taken without a pause.
				...{ batchSize: atOnce.jobs, burstWhenBatchFull: true, perJobResults: true },
			},
			(jobs) =>
				Promise.all(
					jobs.map(({ id, data }) =>
						settled(
							id,
							// One a message: too many for a log that people read.
							noted(name, () => run(deps, data), 'debug'),
						),
					),
				),
		);
};

/** What came of one of the jobs that were taken together: each stands or falls alone. */
const settled = (id: string, running: Promise<void>): Promise<JobResult> =>
	running.then(
		() => ({ id, status: 'completed' }),
		(error: unknown) => ({ id, status: 'failed', output: errorForLog(error) }),
	);

const takeUpSchedules = async (
	boss: PgBoss,
	deps: Deps,
	schedules: Schedule[],
	everySeconds: number,
	retry: typeof patience,
): Promise<void> => {
	for (const schedule of schedules) {
		await boss.createQueue(schedule.name, { ...retry, policy: 'stately', deadLetter: deadLetters.name });
		await boss.work(schedule.name, { pollingIntervalSeconds: everySeconds }, () => runOnce(schedule, deps));
		await boss.schedule(schedule.name, schedule.cron, null, { tz: 'Europe/Brussels', missed: 'once' });
	}
};

const runOnce = async ({ name, run }: Schedule, deps: Deps): Promise<void> => {
	await noted(name, () => run(deps));
	await jobWentWell(deps, name);
};

const noted = async (
	job: string,
	run: () => Promise<unknown>,
	level: 'info' | 'debug' = 'info',
): Promise<void> => {
	try {
		log[level]({ job, outcome: await run() }, 'job done');
	} catch (error) {
		log.error({ job, error: errorForLog(error) }, 'job failed');
		throw error;
	}
};

/**
 * Starts the jobs in the background and tries again until it works: pages are served meanwhile, also while the
 * database is away. Returns how to stop them.
 */
export const keepJobsRunning = (url: string, deps: Deps): (() => Promise<void>) => {
	const stopped = new AbortController();
	const started = (async (): Promise<Jobs | null> => {
		while (!stopped.signal.aborted) {
			try {
				return await startJobs(url, deps);
			} catch (error) {
				log.warn({ error: errorForLog(error) }, 'the jobs could not start yet');
				await pause(5_000, undefined, { signal: stopped.signal }).catch(() => {});
			}
		}
		return null;
	})();
	return async () => {
		stopped.abort();
		await (await started)?.stop();
	};
};
