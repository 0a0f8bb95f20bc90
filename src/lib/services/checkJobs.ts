import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';

/** Returns the jobs that failed to the end and have not worked since, and those that were taken up and never ended. */
export const checkJobs = ({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<Fault[]> =>
	store.transact(async (tx) => {
		const { deadLetters, stuck } = await tx.inspections.jobs(now());
		const failed = await tx.tasks.openOf('job_failed');
		return [
			...failed.map(({ codes, createdAt }) =>
				jobs('job_failed', { job: codes.join(' '), since: createdAt.toISOString() }),
			),
			...deadLetters.map((details) => jobs('dead_letter', details)),
			...stuck.map((details) => jobs('job_stuck', details)),
		];
	});

const jobs = (code: string, details: Fault['details']): Fault => ({ check: 'jobs', code, details });
