import { error } from '@sveltejs/kit';
import { readRefusal, refusals } from '#lib/server/http/refusalPage.ts';
import type { PageServerLoad } from './$types';

/** The page shown in place of what no page answers (see refusalPage); asked for by itself, a foreign form's. */
export const load: PageServerLoad = ({ locals: { requestId }, url }) => {
	const { why, again } = readRefusal(url);
	error(refusals[why], { message: requestId, code: why, requestId, ...(again && { again }) });
};
