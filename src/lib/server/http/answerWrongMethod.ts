import type { Handle } from '@sveltejs/kit';
import { refusalPage } from './refusalPage.ts';

/**
 * Gives people the error page where the framework says in one bare line that an address is asked in the wrong way: an
 * address that only takes what is sent, opened from the history of a browser. Scripts that ask for JSON get JSON.
 */
export const answerWrongMethod: Handle = async ({ event, resolve }) => {
	const bare = await resolve(event);
	if (bare.status !== 405 || /^(text\/html|application\/json)/.test(bare.headers.get('content-type') ?? ''))
		return bare;
	const { requestId } = event.locals;
	const accepted = event.request.headers.get('accept') ?? '';
	const forScript = accepted.includes('application/json') && !accepted.includes('text/html');
	const response = forScript
		? Response.json({ message: requestId, code: 'wrong_method', requestId }, { status: 405 })
		: await refusalPage(event, 'wrong_method');
	// "The origin server MUST generate an Allow header field in a 405 response" (RFC 9110, 15.5.6).
	response.headers.set('Allow', bare.headers.get('allow') ?? '');
	return response;
};
