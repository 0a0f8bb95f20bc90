import { publicCopies } from '#lib/server/http/publicCopies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ fetch, locals }) =>
	Response.json(await publicCopies({ fetch, locals }, locals.language, Date.now()));
