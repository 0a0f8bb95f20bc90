import { randomBytes } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { newSymbols } from '#lib/domain/crockford.ts';
import { log } from '#lib/server/observe/log.ts';

/** Carries the id of a request to a page fetched inside of it. */
export const insideRequestId = 'x-halte-inside';

/** Ten symbols in two groups: short enough to be read out on the telephone, enough to find one request in the logs. */
const newRequestId = (): string => newSymbols(randomBytes, 10).replace(/.{5}/, '$&-');

/** Gives each request an id, answers with it, and writes one access line: the route, never the address. */
export const identifyRequest: Handle = async ({ event, resolve }) => {
	// Only the server's own fetches are believed: nobody outside chooses an id.
	const inherited = event.isSubRequest ? event.request.headers.get(insideRequestId) : null;
	const requestId = inherited ?? newRequestId();
	event.locals.requestId = requestId;
	const started = performance.now();
	const response = await resolve(event);
	response.headers.set('X-Request-Id', requestId);
	log.info(
		{
			requestId,
			method: event.request.method,
			route: event.route.id,
			language: event.params['lang'],
			status: response.status,
			ms: Math.round(performance.now() - started),
		},
		'request',
	);
	return response;
};
