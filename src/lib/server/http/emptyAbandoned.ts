import { isHttpError } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';
import { dropAllCookies, heldSignIn } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

/** Whether a sign-in goes on, for all that can be known: while the database is away, it does. */
const goesOn = async (token: string): Promise<boolean> => {
	const { store, now } = runtime().deps;
	try {
		return (await store.look((tx) => tx.signIns.read(token, now()))) !== null;
	} catch (error) {
		if (!isHttpError(error, 503)) throw error;
		return true;
	}
};

/**
 * Empties a browser on a device of others whose sign-in ended otherwise than by its page of farewell (from another device,
 * by its time with the page closed), before anything of it is read. Whose it was stays known for this one answer, so that
 * a form that was just sent is kept for them.
 */
export const emptyAbandoned: Handle = async ({ event, resolve }) => {
	const held = event.isSubRequest ? null : heldSignIn(event);
	if (!held?.sharedDevice || (await goesOn(held.token))) return resolve(event);
	dropAllCookies(event);
	event.locals.abandonedBy = held.owner;
	const response = await resolve(event);
	// Not the cookies: those of this answer are the next person's.
	if (!response.headers.has('Clear-Site-Data')) response.headers.set('Clear-Site-Data', '"cache", "storage"');
	return response;
};
