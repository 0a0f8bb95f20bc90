import type { RequestEvent } from '@sveltejs/kit';
import { ownAddress } from '#lib/i18n/samePage.ts';
import { insideRequestId } from './identifyRequest.ts';

/** Why a request that no page answers gets the error page all the same, and the status of that answer. */
export const refusals = {
	foreign_origin: 403,
	other_person: 409,
	wrong_method: 405,
	not_found: 404,
	database_away: 503,
	unexpected: 500,
} as const;
export type Refusal = keyof typeof refusals;

type Asked = Pick<RequestEvent, 'fetch' | 'locals' | 'request' | 'url'>;

/** Where "try again" leads: what was asked for, or the page whose form was sent. */
const againOf = ({ request, url }: Asked): string | null => {
	const from = request.method === 'GET' ? url : URL.parse(request.headers.get('referer') ?? '');
	return from?.origin === url.origin ? from.pathname + from.search : null;
};

/**
 * Fetches the error page for a request that no page answers: in its language, under its id, with the way to a person.
 * The page is `routes/[lang=lang]/refused`, which reads the address with `readRefusal`.
 */
export const refusalPage = (event: Asked, why: Refusal): Promise<Response> => {
	const { requestId, language, kiosk } = event.locals;
	const again = againOf(event);
	const asked = new URLSearchParams({ why, ...(again && { again }) });
	return event.fetch(`/${language}${kiosk ? '/kiosk' : ''}/refused?${asked}`, {
		headers: { accept: 'text/html', [insideRequestId]: requestId },
	});
};

/** Takes the address of the error page and returns why it is shown, a foreign form when it does not say, and what to try again. */
export const readRefusal = ({ searchParams, origin }: URL): { why: Refusal; again: string | null } => {
	const said = searchParams.get('why') ?? '';
	const again = ownAddress(searchParams.get('again'), origin);
	return {
		why: Object.hasOwn(refusals, said) ? (said as Refusal) : 'foreign_origin',
		again: again && again.pathname + again.search,
	};
};
