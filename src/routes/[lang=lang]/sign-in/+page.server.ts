import { redirect } from '@sveltejs/kit';
import { dropSignIn, heldSignIn, holdSignIn } from '#lib/server/auth/signInCookie.ts';
import { answersOf, putDraft, takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refusalOf, refuseForm } from '#lib/server/forms/refuseForm.ts';
import { readSignIn, typedSignIn } from '#lib/server/forms/signInForm.ts';
import type { SignInRefusal } from '#lib/server/forms/signInForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { afterSignIn } from '#lib/server/http/afterSignIn.ts';
import { runtime } from '#lib/server/runtime.ts';
import { signInWithCode } from '#lib/services/signInWithCode.ts';
import type { Actions, PageServerLoad } from './$types';

/** How somebody came to be signed out: by themselves, on a device others use too, or there by the time. */
const ways = ['here', 'shared', 'time'] as const;

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const code = url.searchParams.get('code');
	if (code !== null) {
		// The QR of the letter: its code leaves the address before anything can note it.
		putDraft(event, url.pathname, { code: [code] });
		const clean = new URLSearchParams(url.searchParams);
		clean.delete('code');
		redirect(303, clean.size > 0 ? `${url.pathname}?${clean}` : url.pathname);
	}
	const typed = typedSignIn(takeDraft(event));
	if (heldSignIn(event) && !locals.signIn && !locals.databaseAway) dropSignIn(event);
	const left = ways.find((way) => way === url.searchParams.get('left'));
	return {
		// Whoever is already signed in is shown no form.
		keepAnswers: !locals.signIn,
		language: locals.language,
		typed,
		refusal: refusalOf<SignInRefusal>(event),
		left: left ?? null,
		wanted: url.searchParams.has('to'),
		to: afterSignIn(url.searchParams.get('to'), url.origin, locals.language),
		provider: runtime().settings.oidc?.name ?? null,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { request, url, locals } = event;
		const answers = answersOf(await readForm(request));
		// What stays for another try stays no longer than the browser is open.
		if (typedSignIn(answers).sharedDevice) locals.othersDevice = 'in_use';
		const refuse = (refusal: SignInRefusal) => refuseForm(event, answers, refusal);
		const read = readSignIn(typedSignIn(answers));
		if (!read.ok) return refuse({ faults: read.faults, reason: null, until: null });
		const { deps } = runtime();
		const replaces = heldSignIn(event)?.token ?? null;
		const result = await signInWithCode(deps, actorOf(event), { ...read.value, replaces });
		if (!result.ok) {
			const until = 'until' in result ? result.until.toISOString() : null;
			return refuse({ faults: [], reason: result.reason, until });
		}
		holdSignIn(event, deps.vault, result.value);
		redirect(303, afterSignIn(url.searchParams.get('to'), url.origin, locals.language));
	},
};
