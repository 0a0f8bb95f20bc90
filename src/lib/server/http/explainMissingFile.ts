import type { Handle } from '@sveltejs/kit';
import { refusalPage } from './refusalPage.ts';
import type { Refusal } from './refusalPage.ts';

const reasons = new Map<number, Refusal>([
	[404, 'not_found'],
	[500, 'unexpected'],
	[503, 'database_away'],
]);

/**
 * Gives people the error page where a file (a paper, a calendar) cannot be given: the framework answers there with its
 * last resort, src/error.html, which has three languages and no telephone. That one stays where the error page fails too.
 */
export const explainMissingFile: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const why = reasons.get(response.status);
	const isHtml = response.headers.get('content-type')?.startsWith('text/html');
	const isPage = response.headers.has('x-sveltekit-page');
	if (!why || !isHtml || isPage || event.isSubRequest) return response;
	const page = await refusalPage(event, why);
	return page.headers.has('x-sveltekit-page') ? page : response;
};
