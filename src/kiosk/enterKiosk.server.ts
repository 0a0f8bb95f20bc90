import type { Handle, RequestEvent } from '@sveltejs/kit';
import { keptAtKiosk } from '#lib/i18n/kioskAddress.ts';
import { hideCode, showCode } from './heldCode.server.ts';
import { goOnVisiting, visitAt } from './visit.server.ts';

/** What answers also when nobody is at the screen. */
const outsideOfVisits = /^\/[a-z]{2}\/kiosk(\/(end|traces|presence|here))?$/;
/** Somebody touched the screen: a visit that is going on goes on. */
const touch = /^\/[a-z]{2}\/kiosk\/here$/;
/** A visit begins here: after the language, or with what the first screen offers to everybody. */
const beginnings =
	/^\/[a-z]{2}\/kiosk\/(home|offices|help(\/callback|\/complaint)?|about|privacy|accessibility|demonstration)$/;

/** How pages and forms are asked for; any other way has its own answer, and leads nowhere. */
const asPeopleAsk = ({ method }: Request): boolean => ['GET', 'HEAD', 'POST'].includes(method);

const leadTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });

/** Who is at the kiosk stays there, also with an address of the site outside of it. */
const ledBack = ({ request, url }: RequestEvent): Response | null => {
	if (request.method !== 'GET' || !request.headers.get('accept')?.includes('text/html')) return null;
	const address = url.pathname + url.search;
	const kept = url.pathname === '/' ? '/fr/kiosk' : keptAtKiosk(address);
	return kept === address ? null : leadTo(kept);
};

/** Keeps the answer at the kiosk when it leads on, and codes out of its address. */
const keepInside = (event: RequestEvent, response: Response): Response => {
	const location = response.headers.get('location');
	if (!location?.startsWith('/')) return response;
	const hidden = hideCode(event, keptAtKiosk(location));
	if (hidden.location === location) return response;
	const headers = new Headers(response.headers);
	headers.set('location', hidden.location);
	if (hidden.cookie) headers.append('set-cookie', hidden.cookie);
	return new Response(response.body, { status: response.status, headers });
};

/**
 * Knows the pages of the kiosk and the visits at its screen: without a visit every page leads to the choice of a
 * language, after its time to its end, and nobody leaves the kiosk by a link.
 */
export const enterKiosk: Handle = async ({ event, resolve }) => {
	const { locals, url, isSubRequest } = event;
	// The page of a refusal, fetched for a request that has been through here.
	if (isSubRequest) return resolve(event);
	const visit = visitAt(event);
	if (!locals.kiosk) return (visit === 'going' ? ledBack(event) : null) ?? resolve(event);
	const start = `${url.pathname.slice(0, 3)}/kiosk`;
	if (!outsideOfVisits.test(url.pathname) && asPeopleAsk(event.request)) {
		if (visit === 'over') return leadTo(`${start}/end?because=time`);
		if (visit === 'none' && !(beginnings.test(url.pathname) && url.search === '')) return leadTo(start);
		goOnVisiting(event);
	} else if (visit === 'going' && touch.test(url.pathname)) goOnVisiting(event);
	showCode(event);
	return keepInside(event, await resolve(event));
};
