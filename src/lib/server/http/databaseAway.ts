import { error } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/db/availability.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { runtime } from '#lib/server/runtime.ts';

/** Answers 503: it is the database that is away, not the person who did something wrong. */
export const answerDatabaseAway = (): never =>
	error(503, { message: 'database_away', code: 'database_away' });

/** Lets every service that a route calls answer 503 while the database is away, instead of an unexpected 500. */
export const answerWhenDatabaseIsAway = (): void => {
	const { deps } = runtime();
	const { transact } = deps.store;
	deps.store = {
		transact: (work) =>
			transact(work).catch((cause: unknown) => {
				if (!isDatabaseAway(cause)) throw cause;
				log.warn({ error: errorForLog(cause) }, 'the database is away');
				return answerDatabaseAway();
			}),
	};
};
