import { isHttpError } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { counter } from '#lib/domain/signInLimits.ts';
import { leaveDevice } from '#lib/server/auth/leaveDevice.ts';
import { cookieName, cookieOptions, heldSignIn } from '#lib/server/auth/signInCookie.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { runtime } from '#lib/server/runtime.ts';
import { endHeldSignIn } from '#lib/services/endHeldSignIn.ts';
import { finished } from './signs.ts';

// A visit: one person at the screen, from the choice of a language to the end. The browser holds when it was last seen,
// and no more: who reads without signing in leaves nothing on the server that could be ended.

const name = 'halte-kiosk';

type Place = Pick<RequestEvent, 'cookies' | 'url'>;

/** Whether a page of this browser said that its person is done, and nobody could be told. */
export const isFinished = ({ cookies, url }: Place): boolean =>
	cookies.get(cookieName(url, finished)) !== undefined;

/** Whether somebody is at this screen, is done or was here too long ago, or nobody is. */
export const visitAt = ({ cookies, url }: Place): 'going' | 'over' | 'none' => {
	if (isFinished({ cookies, url })) return 'over';
	const seen = Number(cookies.get(cookieName(url, name)) ?? Number.NaN);
	if (Number.isNaN(seen)) return 'none';
	const quiet = runtime().deps.now().getTime() - seen;
	return quiet >= 0 && quiet < counter.idle ? 'going' : 'over';
};

/** Notes that somebody is at this screen now, until the browser is closed. */
export const goOnVisiting = ({ cookies, url }: Place): void =>
	cookies.set(cookieName(url, name), String(runtime().deps.now().getTime()), cookieOptions(url));

/**
 * Empties this screen: first what is on the server, then the browser. When the database is away the browser is emptied
 * all the same: what it held opens nothing any more there, and ends on the server by its time.
 */
export const emptyScreen = async (event: RequestEvent): Promise<void> => {
	const held = heldSignIn(event);
	try {
		if (held) await endHeldSignIn(runtime().deps, actorOf(event), { token: held.token });
	} catch (error) {
		if (!isHttpError(error, 503)) throw error;
	}
	leaveDevice(event, true);
};
