import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/db/availability.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { answersOf, putDraft } from '#lib/server/forms/draft.ts';
import { formReadFrom } from '#lib/server/forms/readForm.ts';
import { runtime } from '#lib/server/runtime.ts';

/** Answers 503: it is the database that is away, not the person who did something wrong. */
export const answerDatabaseAway = (): never =>
	error(503, { message: 'database_away', code: 'database_away' });

/** Keeps what was typed for ten minutes: whoever asks for the page again finds it there. */
const keepTyped = (event: RequestEvent): void => {
	const form = formReadFrom(event.request);
	if (form) putDraft(event, event.url.pathname, answersOf(form));
};

/**
 * Lets every service that a route calls answer 503 while the database is away, instead of an unexpected 500, and what was
 * typed stay. Takes the way to the request under way.
 */
export const answerWhenDatabaseIsAway = (presentEvent: () => RequestEvent): void => {
	const { deps } = runtime();
	const { transact, look } = deps.store;
	const answer = (cause: unknown): never => {
		if (!isDatabaseAway(cause)) throw cause;
		log.warn({ error: errorForLog(cause) }, 'the database is away');
		keepTyped(presentEvent());
		return answerDatabaseAway();
	};
	deps.store = {
		transact: (work) => transact(work).catch(answer),
		look: (work) => look(work).catch(answer),
	};
};
