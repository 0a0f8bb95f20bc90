import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses with 403 every change asked for from another, an unnamed or a missing origin, whatever the content type; the
 * framework's own check covers forms only (OWASP ASVS 5.0, 3.5). A call with a bearer token carries no cookie: it may pass.
 */
export const refuseForeignOrigin: Handle = ({ event, resolve }) => {
	if (safe.has(event.request.method)) return resolve(event);
	const bearer = event.request.headers.get('authorization')?.startsWith('Bearer ');
	if (!bearer && event.request.headers.get('origin') !== event.url.origin)
		error(403, { message: 'foreign_origin', code: 'foreign_origin', requestId: event.locals.requestId });
	return resolve(event);
};
