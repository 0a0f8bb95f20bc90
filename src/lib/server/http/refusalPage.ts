import type { RequestEvent } from '@sveltejs/kit';
import { insideRequestId } from './identifyRequest.ts';

/** Why a request is not even looked at; each has its page, `routes/[lang=lang]/refused`. */
export type Refusal = 'foreign_origin' | 'wrong_method';

/** Fetches the error page for a request that no route answers: in its language, under its id, with the way to a person. */
export const refusalPage = (
	{ fetch, locals: { requestId, language, kiosk } }: Pick<RequestEvent, 'fetch' | 'locals'>,
	why: Refusal,
): Promise<Response> =>
	fetch(`/${language}${kiosk ? '/kiosk' : ''}/refused?why=${why}`, {
		headers: { accept: 'text/html', [insideRequestId]: requestId },
	});
