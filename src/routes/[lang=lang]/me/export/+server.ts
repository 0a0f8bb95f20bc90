import { redirect } from '@sveltejs/kit';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { runtime } from '#lib/server/runtime.ts';
import { exportDossier } from '#lib/services/exportDossier.ts';
import type { RequestHandler } from './$types';

/** Hands out everything held about the person as a file; never onto a device that others use, where it would stay. */
export const POST: RequestHandler = async (event) => {
	const me = `/${event.locals.language}/me`;
	const { dossier, sharedDevice } = requireSignIn({ ...event, url: new URL(me, event.url) });
	if (sharedDevice) redirect(303, `${me}#export`);
	const exported = await exportDossier(runtime().deps, actorOf(event), { dossier });
	if (!exported.ok) redirect(303, me);
	return new Response(JSON.stringify(exported.value, null, '\t'), {
		headers: {
			'Content-Type': 'application/json',
			'Content-Disposition': 'attachment; filename="halte.json"',
		},
	});
};
