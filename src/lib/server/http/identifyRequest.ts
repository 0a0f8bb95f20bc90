import { randomUUID } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { log } from '#lib/server/observe/log.ts';

/** Gives each request an id, answers with it, and writes one access line: the route, never the address. */
export const identifyRequest: Handle = async ({ event, resolve }) => {
	const requestId = randomUUID();
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
