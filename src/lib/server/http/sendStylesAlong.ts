import { createHash } from 'node:crypto';
import type { Handle, RequestEvent } from '@sveltejs/kit';

const linked = /<link href="([^"]+\.css)" rel="stylesheet">/;

/**
 * Somebody who comes from outside for the first time: from a typed address, a scanned code or another site. Who comes from
 * here, or was here before and has its language remembered, has the sheet already.
 */
const arrives = ({ request, cookies }: Pick<RequestEvent, 'request' | 'cookies'>): boolean =>
	['none', 'cross-site'].includes(request.headers.get('sec-fetch-site') ?? '') &&
	!cookies.get('halte-language');

/**
 * Takes the style sheet of the pages and sends it inside the page to whoever arrives, so that a telephone paints without
 * asking a second time; it carries the address it has elsewhere, for whatever keeps it. Not to those who are signed in:
 * their pages may go uncompressed. The policy allows this one sheet by its hash and nothing else inline. Throws when the
 * sheet cannot stand inside a page.
 */
export const sendStylesAlong = (styles: string): Handle => {
	// A style element ends at the first `</`, whatever stands around it; minified styles hold none.
	if (styles.includes('</')) throw new Error('The style sheet cannot stand inside a page.');
	const inThePage = (address: URL) => `<style data-sheet="${address.pathname}">${styles}</style>`;
	const allowed = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
	return async ({ event, resolve }) => {
		if (!arrives(event)) return resolve(event);
		let sent = false;
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => {
				// A screen at a counter has a sheet more, and keeps both.
				if (event.locals.signIn || event.locals.kiosk) return html;
				const page = html.replace(linked, (_, file: string) => inThePage(new URL(file, event.url)));
				sent ||= page !== html;
				return page;
			},
		});
		// The framework asks the browser to fetch the sheet all the same.
		if (sent) response.headers.delete('link');
		const policy = response.headers.get('content-security-policy');
		if (sent && policy)
			response.headers.set(
				'content-security-policy',
				policy.replace("style-src 'self'", `style-src 'self' ${allowed}`),
			);
		return response;
	};
};
