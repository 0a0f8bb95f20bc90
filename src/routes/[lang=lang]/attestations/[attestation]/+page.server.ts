import { error } from '@sveltejs/kit';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { showAttestation } from '#lib/server/presenters/attestation.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readAttestation } from '#lib/services/readAttestations.ts';
import type { PageServerLoad } from './$types';

/** One's own paper; somebody else's is answered as one that does not exist. */
export const load: PageServerLoad = async (event) => {
	const { sharedDevice } = requireSignIn(event);
	const { deps, settings } = runtime();
	const read = await readAttestation(deps, actorOf(event), event.params);
	if (!read.ok) error(404, { message: 'not_found', code: 'not_found' });
	return { paper: showAttestation(read.value, event.locals.language, settings), sharedDevice };
};
