import { error, redirect } from '@sveltejs/kit';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { attestationPdf } from '#lib/server/documents/attestationPdf.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readAttestation } from '#lib/services/readAttestations.ts';
import type { RequestHandler } from './$types';

/** One's own paper as a PDF, as often as one wants; never onto a device that others use, where the file would stay. */
export const GET: RequestHandler = async (event) => {
	const { language } = event.locals;
	const { attestation } = event.params;
	const { sharedDevice } = requireSignIn(event);
	if (sharedDevice) redirect(303, `/${language}/attestations/${attestation}`);
	const { deps, settings } = runtime();
	const read = await readAttestation(deps, actorOf(event), { attestation });
	if (!read.ok) error(404, { message: 'not_found', code: 'not_found' });
	const pdf = await attestationPdf(read.value, language, settings);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `attachment; filename="halte-${read.value.reference}.pdf"`,
		},
	});
};
