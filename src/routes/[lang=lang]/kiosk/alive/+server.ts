import { sayEvery, sayOpen } from '../../../../kiosk/reachedByHand.server.ts';
import { visitAt } from '../../../../kiosk/visit.server.ts';
import type { RequestHandler } from './$types';

/**
 * A frame inside of a page that runs no scripts. It loads itself again and again, and so says what a script says only when
 * it is needed: that the page is open, and may ask for the next one.
 */
export const GET: RequestHandler = ({ cookies, request, url, locals }) => {
	const isFrame = request.headers.get('sec-fetch-dest') === 'iframe';
	const isGoing = isFrame && visitAt({ cookies, url }) === 'going';
	if (isGoing) sayOpen({ cookies, url });
	const again = isGoing ? `<meta http-equiv="refresh" content="${sayEvery}">` : '';
	const page = `<!doctype html><html lang="${locals.language}"><head><title>Halte</title>${again}</head><body></body></html>`;
	return new Response(page, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `default-src 'none'; frame-ancestors ${isGoing ? "'self'" : "'none'"}`,
		},
	});
};
