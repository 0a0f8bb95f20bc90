import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Handle } from '@sveltejs/kit';

/** In the order of preference; the quality of Brotli is one that costs no more time than gzip. */
const ways = {
	br: (page: Uint8Array) =>
		promisify(brotliCompress)(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
	gzip: (page: Uint8Array) => promisify(gzip)(page),
};

/**
 * Sends pages in a fifth of their bytes to readers who pay for each of them. Not to those who are signed in: the size of a
 * compressed answer says something about what stands on it (BREACH), and nothing personal may be guessed from outside.
 */
export const compressPages: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const page = /^(text\/html|application\/json)/.test(response.headers.get('content-type') ?? '');
	if (!page || !response.body || event.isSubRequest) return response;
	response.headers.append('Vary', 'Accept-Encoding');
	const accepted = event.request.headers.get('accept-encoding') ?? '';
	const way = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
	if (event.locals.signIn || !way) return response;
	const headers = new Headers(response.headers);
	headers.set('Content-Encoding', way);
	headers.delete('Content-Length');
	headers.delete('ETag');
	return new Response(await ways[way](new Uint8Array(await response.arrayBuffer())), {
		status: response.status,
		statusText: response.statusText,
		headers,
	});
};
