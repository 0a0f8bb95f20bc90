import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page shown in place of what no route answers (see refusalPage); asked for by itself, a foreign form's. */
export const load: PageServerLoad = ({ locals: { requestId }, url }) =>
	url.searchParams.get('why') === 'wrong_method'
		? error(405, { message: requestId, code: 'wrong_method', requestId })
		: error(403, { message: requestId, code: 'foreign_origin', requestId });
