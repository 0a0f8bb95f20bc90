import { isHttpError } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';
import { dropAllCookies, dropSignIn, heldSignIn, isLeft, leftCookie } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

// On a device that others use too: nothing is kept longer than the browser is open, and nothing at all once the sign-in
// ended, by whatever way.

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

/** The page by which somebody left: by themselves, or because the time was up. */
const isFarewell = ({ pathname, searchParams }: URL): boolean =>
	/^\/[a-z]{2}\/sign-in$/.test(pathname) && ['shared', 'time'].includes(searchParams.get('left') ?? '');

const isPage = ({ headers }: Response): boolean =>
	headers.get('content-type')?.startsWith('text/html') === true;

/** Lets every cookie of an answer end with the browser. */
const untilClosed = ({ headers }: Response): void => {
	const cookies = headers.getSetCookie();
	headers.delete('set-cookie');
	for (const cookie of cookies) {
		const isDropped = /; max-age=0\b/i.test(cookie);
		headers.append('set-cookie', isDropped ? cookie : cookie.replaceAll(/; (max-age|expires)=[^;]*/gi, ''));
	}
};

/**
 * Empties a browser whose sign-in on a device of others ended otherwise than by its own page (from another device, or by
 * its time with the page closed), before anything of it is read, and lets nothing be kept there any more. An answer that
 * is no page leaves only the mark that the device was left, for the next page to tell the other tabs.
 */
export const leaveNothing: Handle = async ({ event, resolve }) => {
	const { locals, request, url } = event;
	const held = heldSignIn(event);
	locals.othersDevice = held?.sharedDevice ? 'in_use' : null;
	// The page of a refusal, fetched for a request that has been through here.
	if (event.isSubRequest) return resolve(event);
	const hasEnded = held?.sharedDevice === true && !(await goesOn(held.token));
	const wasLeft = isLeft(event);
	if (hasEnded) dropAllCookies(event);
	else if (wasLeft) dropSignIn(event);
	if (hasEnded || wasLeft || (!held && request.method === 'GET' && isFarewell(url)))
		locals.othersDevice = 'left';

	const response = await resolve(event);
	// Routes may have learned more: somebody signed in, or a form came from a page of somebody who left.
	if (locals.othersDevice === null) return response;
	untilClosed(response);
	// Not the cookies: those of this answer are the next person's.
	if (hasEnded && !response.headers.has('Clear-Site-Data'))
		response.headers.set('Clear-Site-Data', '"cache", "storage"');
	if (locals.othersDevice === 'left' && !isPage(response))
		response.headers.append('set-cookie', leftCookie(event));
	return response;
};
