import { error } from '@sveltejs/kit';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { complaintView } from '#lib/server/presenters/complaintView.ts';
import { runtime } from '#lib/server/runtime.ts';
import { followComplaint } from '#lib/services/readComplaints.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'X-Robots-Tag': 'noindex' });
	const { deps } = runtime();
	const found = await followComplaint(deps, actorOf(event), event.params.code);
	if (!found.ok) error(404, { message: found.reason, code: found.reason });
	return { complaint: complaintView(found.value, event.locals.language, deps.now()) };
};
