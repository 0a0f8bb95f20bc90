import type { Job } from '#lib/services/ports/jobs.ts';

/** The schema in which pg-boss keeps its tables. */
export const jobSchema = 'pgboss';

/** Where a job goes whose tries were all in vain. */
export const deadLetters = { name: 'dead-letters', retryLimit: 100, retryDelay: 60 };

/** Tried again after about half a minute, then ever later, over about an hour; then it is a task for a person. */
export const patience = { retryLimit: 7, retryDelay: 30, retryBackoff: true, expireInSeconds: 600 };

/** A message that was being sent when its process was killed is taken up again after a minute. */
const soon = { retryDelay: 5, expireInSeconds: 60 };
/** How long a job of each kind may take and how often it is tried, where that is not as {@link patience} says. */
export const queues: Record<Job['name'], Partial<typeof patience>> = {
	...{ 'send-message': soon, 'send-sms': soon, 'send-email': soon, 'send-push': soon, 'send-letter': soon },
	...{ promote: soon, 'free-seats': soon },
};
