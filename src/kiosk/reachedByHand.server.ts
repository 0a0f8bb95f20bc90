import type { RequestEvent } from '@sveltejs/kit';
import { cookieName, cookieOptions } from '#lib/server/auth/signInCookie.ts';
import { onward } from './signs.ts';

type Asked = Pick<RequestEvent, 'request' | 'cookies' | 'url'>;

/** Whether a page is asked for, to be shown; everything else a page that is shown already asks for. */
export const asksForPage = ({ request: { headers } }: Asked): boolean =>
	headers.has('sec-fetch-mode')
		? headers.get('sec-fetch-mode') === 'navigate'
		: (headers.get('accept')?.includes('text/html') ?? false);

/**
 * Whether this page is asked for by one that is open, and not from a typed address, a new tab, or one that a browser opens
 * again, which says word for word what it said the first time.
 */
export const isReachedByHand = ({ request, cookies, url }: Asked): boolean => {
	const sign = cookies.get(cookieName(url, onward));
	const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
	// On the way back a browser says how the page was reached the first time.
	return sign === 'back' || (sign === 'on' && site === 'same-origin');
};

/** How often the frame of a page without scripts says that the page is open. Seconds. */
export const sayEvery = 10;

/**
 * Says of the page that is asked for that it is open and may ask for the next one: for as long as its frame needs to say
 * so again. Scripts, where there are any, take it back at once.
 */
export const sayOpen = ({ cookies, url }: Pick<Asked, 'cookies' | 'url'>): void =>
	cookies.set(cookieName(url, onward), 'on', {
		...cookieOptions(url),
		httpOnly: false,
		sameSite: 'strict',
		maxAge: 2 * sayEvery,
	});
