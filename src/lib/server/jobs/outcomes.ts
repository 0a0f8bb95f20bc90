import type { Deps } from '#lib/services/ports.ts';

/** The kind of task that a job leaves when all its tries failed. */
export const jobFailedTask = 'job_failed';

/** All tries failed: a person has to look. One task a job, however often it fails. */
export const jobFailed = ({ store, now }: Deps, job: string): Promise<void> =>
	store.transact((tx) => tx.tasks.open(jobFailedTask, [job], now()));

/** It works again: nobody has to look any more. */
export const jobWentWell = async ({ store, now }: Deps, job: string): Promise<void> => {
	await store.transact((tx) => tx.tasks.settle(jobFailedTask, [job], now()));
};
