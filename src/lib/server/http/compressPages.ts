import type { Handle } from '@sveltejs/kit';

/**
 * Sends pages in a fifth of their bytes to readers who pay for each of them. Not to those who are signed in: the size of a
 * compressed answer says something about what stands on it (BREACH), and nothing personal may be guessed from outside.
 */
export const compressPages: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const page = response.headers.get('content-type')?.startsWith('text/html');
	if (!page || !response.body || event.isSubRequest) return response;
	response.headers.append('Vary', 'Accept-Encoding');
	if (event.locals.signIn || !/\bgzip\b/.test(event.request.headers.get('accept-encoding') ?? ''))
		return response;
	const headers = new Headers(response.headers);
	headers.set('Content-Encoding', 'gzip');
	headers.delete('Content-Length');
	headers.delete('ETag');
	return new Response(response.body.pipeThrough(new CompressionStream('gzip')), {
		status: response.status,
		statusText: response.statusText,
		headers,
	});
};
