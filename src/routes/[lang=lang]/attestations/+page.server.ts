import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { listAttestation } from '#lib/server/presenters/attestation.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readAttestations } from '#lib/services/readAttestations.ts';
import type { PageServerLoad } from './$types';

/** The papers of whoever is signed in. */
export const load: PageServerLoad = async (event) => {
	requireSignIn(event);
	const read = await readAttestations(runtime().deps, actorOf(event));
	const papers = read.ok ? read.value.map((paper) => listAttestation(paper, event.locals.language)) : [];
	return {
		standing: papers.filter(({ revokedOn }) => revokedOn === null),
		ended: papers.filter(({ revokedOn }) => revokedOn !== null),
	};
};
