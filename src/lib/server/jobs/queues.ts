import { PgBoss } from 'pg-boss';
import type { Job } from '#lib/services/ports/jobs.ts';

/** The schema in which pg-boss keeps its tables. */
export const jobSchema = 'pgboss';

/** Where a job goes whose tries were all in vain. */
export const deadLetters = { name: 'dead-letters', retryLimit: 100, retryDelay: 60 };

/** Tried again after about half a minute, then ever later, over about an hour; then it is a task for a person. */
export const patience = { retryLimit: 7, retryDelay: 30, retryBackoff: true, expireInSeconds: 600 };

/**
 * How long a job of each kind may take and how often it is tried. A message that was being sent when its process was
 * killed is taken up again after a minute.
 */
const soon = { retryDelay: 5, expireInSeconds: 60 };
const queues: Record<Job['name'], Partial<typeof patience>> = {
	...{ 'send-message': soon, 'send-sms': soon, 'send-email': soon, 'send-push': soon, 'send-letter': soon },
	...{ promote: soon, 'free-seats': soon },
};

/**
 * Makes the tables of the jobs, and a queue for each kind of job, on the database at `url`: a command may then ask for a
 * job before Halte ever served. The caller holds the lock of the migrations.
 */
export const prepareQueues = async (url: string): Promise<void> => {
	const boss = new PgBoss({
		...{ connectionString: url, application_name: 'halte-migrate', schema: jobSchema, max: 1 },
		...{ supervise: false, schedule: false },
	});
	boss.on('error', () => {});
	try {
		await boss.start();
		const { name, ...letters } = deadLetters;
		await boss.createQueue(name, letters);
		for (const [job, settings] of Object.entries(queues))
			await boss.createQueue(job, { ...patience, ...settings, deadLetter: name });
	} finally {
		await boss.stop({ graceful: false });
	}
};
