import type { RequestEvent } from '@sveltejs/kit';
import { cookieName, cookieOptions, dropAllCookies, dropSignIn } from './signInCookie.ts';

/**
 * Takes the person out of this browser. From a device that others use everything goes: cookies, what pages kept, what
 * the cache holds (Clear Site Data, W3C); on their own phone the offline pages and the language stay, and nothing that was
 * answered.
 */
export const leaveDevice = (event: RequestEvent, sharedDevice: boolean): void => {
	if (sharedDevice) {
		dropAllCookies(event);
		event.setHeaders({ 'Clear-Site-Data': '"cache", "cookies", "storage"' });
		return;
	}
	dropSignIn(event);
	for (const name of ['halte-draft', 'halte-later', 'halte-check'])
		event.cookies.delete(cookieName(event.url, name), cookieOptions(event.url));
};
