import type { Handle, RequestEvent } from '@sveltejs/kit';
import { isOwnOrigin } from './ownOrigin.ts';
import { refusalPage } from './refusalPage.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

const refused = (event: RequestEvent): Promise<Response> | Response => {
	const { requestId } = event.locals;
	return event.request.headers.get('accept')?.includes('text/html')
		? refusalPage(event, 'foreign_origin')
		: Response.json({ message: requestId, code: 'foreign_origin', requestId }, { status: 403 });
};

/**
 * Refuses with 403 every change asked for from another, an unnamed or a missing origin, whatever the content type; the
 * framework's own check covers forms only (OWASP ASVS 5.0, 3.5). A call with a bearer token carries no cookie: it may pass.
 */
export const refuseForeignOrigin: Handle = ({ event, resolve }) => {
	if (safe.has(event.request.method)) return resolve(event);
	const { headers } = event.request;
	const bearer = headers.get('authorization')?.startsWith('Bearer ') && !headers.has('cookie');
	const own = isOwnOrigin(headers.get('origin'), headers.get('host'), event.url.origin);
	return bearer || own ? resolve(event) : refused(event);
};
