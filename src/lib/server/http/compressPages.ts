import { randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Handle, RequestEvent } from '@sveltejs/kit';

/** In the order of preference; the quality of Brotli is one that costs no more time than gzip. */
const ways = {
	br: (page: Uint8Array) =>
		promisify(brotliCompress)(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
	gzip: (page: Uint8Array) => promisify(gzip)(page),
};

/**
 * Whether the person or one of our own pages asks, by what the browser itself says (Fetch Metadata). A page of somebody
 * else can make a browser come here with words of its choice; one that says nothing might be such a page.
 */
const isAskedFromHere = ({ request }: Pick<RequestEvent, 'request'>): boolean =>
	['same-origin', 'none'].includes(request.headers.get('sec-fetch-site') ?? '');

/** Bytes at most; their number blurs the size of a page (Heal the BREACH, Palacios et al., 2022). */
const mostBlur = 100;

/** A remark at the end of a page, of a length that nobody can guess, in letters that do not compress further. */
const blur = (): Buffer => Buffer.from(`<!--${randomBytes(randomInt(mostBlur + 1)).toString('base64')}-->`);

/**
 * Sends pages in a fifth of their bytes to readers who pay for each of them. The size of a compressed answer says something
 * about what stands on it (BREACH). So a page of somebody who is signed in is compressed only when nobody else chose what
 * to ask for, and its size is blurred; what is no page is sent to them as it is.
 */
export const compressPages: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const type = response.headers.get('content-type') ?? '';
	const isPage = type.startsWith('text/html');
	if (!(isPage || type.startsWith('application/json')) || !response.body || event.isSubRequest)
		return response;
	response.headers.append('Vary', 'Accept-Encoding');
	const accepted = event.request.headers.get('accept-encoding') ?? '';
	const way = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
	const isPersonal = Boolean(event.locals.signIn);
	if (!way || (isPersonal && !(isPage && isAskedFromHere(event)))) return response;
	const headers = new Headers(response.headers);
	headers.set('Content-Encoding', way);
	headers.delete('Content-Length');
	headers.delete('ETag');
	const body = Buffer.from(await response.arrayBuffer());
	return new Response(await ways[way](isPersonal ? Buffer.concat([body, blur()]) : body), {
		status: response.status,
		statusText: response.statusText,
		headers,
	});
};
