import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { claimWords, showVerdict } from '#lib/server/presenters/verification.ts';
import type { Verification } from '#lib/server/presenters/verification.ts';
import { runtime } from '#lib/server/runtime.ts';
import { verifyAttestation } from '#lib/services/verifyAttestation.ts';
import { answersOf, takeDraft } from './draft.ts';
import { readForm } from './readForm.ts';
import { answerForm, askedOf, refusalOf, refuseForm } from './refuseForm.ts';

const typedIn = (fields: Record<string, string[]>): string => fields['typed']?.[0] ?? '';

/** What was typed on this page, and the answer to it: asked anew each time, because a list can have changed. */
export const readVerification = async (
	event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>,
): Promise<Verification> => {
	const { deps } = runtime();
	const words = await claimWords(deps, event.locals.language);
	const asked = askedOf(event);
	const typed = typedIn(asked ?? takeDraft(event));
	return {
		typed,
		missing: !asked && refusalOf(event) !== null,
		answer: asked && showVerdict(await verifyAttestation(deps, { typed }), words),
		words,
	};
};

/** Takes the form in: what it says stands in no address, for it names a person. */
export const answerVerification = async (
	event: RequestEvent,
): Promise<Record<string, never> | ActionFailure<Record<string, never>>> => {
	const fields = answersOf(await readForm(event.request));
	return typedIn(fields).trim() === ''
		? refuseForm(event, fields, { missing: true })
		: answerForm(event, fields, '#answer');
};
