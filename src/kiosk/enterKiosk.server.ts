import type { Handle, RequestEvent } from '@sveltejs/kit';
import { firstScreenOfKiosk, keptAtKiosk } from '#lib/i18n/kioskAddress.ts';
import { hideCode, showCode } from './heldCode.server.ts';
import { asksForPage, isReachedByHand, sayOpen } from './reachedByHand.server.ts';
import { goOnVisiting, isFinished, visitAt } from './visit.server.ts';

/** What answers also when nobody is at the screen. */
const outsideOfVisits = /^\/[a-z]{2}\/kiosk(\/(end|traces|presence|here|alive))?$/;
/** Somebody touched the screen: a visit that is going on goes on. */
const touch = /^\/[a-z]{2}\/kiosk\/here$/;
/** A visit begins here: after the language, or with what the first screen offers to everybody. */
const beginnings =
	/^\/[a-z]{2}\/kiosk\/(home|offices|help(\/callback|\/complaint)?|about|privacy|accessibility|demonstration)$/;

/** How pages and forms are asked for; any other way has its own answer, and leads nowhere. */
const asPeopleAsk = ({ method }: Request): boolean => ['GET', 'HEAD', 'POST'].includes(method);

const leadTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });

/** Who is at the kiosk stays there, also with an address of the site outside of it. */
const ledBack = (event: RequestEvent, visit: 'going' | 'over'): Response | null => {
	const { request, url, locals } = event;
	if (request.method !== 'GET' || !asksForPage(event)) return null;
	if (visit === 'over' || !isReachedByHand(event)) return leadTo(`/${locals.language}/kiosk`);
	const address = url.pathname + url.search;
	const kept = url.pathname === '/' ? firstScreenOfKiosk : keptAtKiosk(address);
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

/** Where a page leads that the one who asks may not see: to the choice of a language, or to the end; null: they may. */
const ledAway = (event: RequestEvent): string | null => {
	const { url } = event;
	const start = `${url.pathname.slice(0, 3)}/kiosk`;
	switch (visitAt(event)) {
		case 'over':
			return `${start}/end?because=${isFinished(event) ? 'done' : 'time'}`;
		case 'none':
			return beginnings.test(url.pathname) && url.search === '' ? null : start;
		case 'going':
			// Somebody else, for all anybody knows: the first screen ends the visit before it is shown.
			return asksForPage(event) && !isReachedByHand(event) ? start : null;
	}
};

/**
 * Knows the pages of the kiosk and the visits at its screen: without a visit every page leads to the choice of a
 * language, after its time to its end, nobody leaves the kiosk by a link, and nobody comes into a visit but by one.
 */
export const enterKiosk: Handle = async ({ event, resolve }) => {
	const { locals, url, isSubRequest } = event;
	// The page of a refusal, fetched for a request that has been through here.
	if (isSubRequest) return resolve(event);
	const visit = visitAt(event);
	if (!locals.kiosk) return (visit === 'none' ? null : ledBack(event, visit)) ?? resolve(event);
	if (!outsideOfVisits.test(url.pathname) && asPeopleAsk(event.request)) {
		const elsewhere = ledAway(event);
		if (elsewhere) return leadTo(elsewhere);
		goOnVisiting(event);
		// Whoever is quicker than the frame of a page without scripts goes on all the same.
		if (asksForPage(event)) sayOpen(event);
	} else if (visit === 'going' && touch.test(url.pathname)) goOnVisiting(event);
	showCode(event);
	return keepInside(event, await resolve(event));
};
