import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page shown in place of a form that came from elsewhere (see refuseForeignOrigin). */
export const load: PageServerLoad = ({ locals }) =>
	error(403, { message: locals.requestId, code: 'foreign_origin', requestId: locals.requestId });
