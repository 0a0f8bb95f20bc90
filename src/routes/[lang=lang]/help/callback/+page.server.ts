import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/domain/languages.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { readCallback, spokenLanguage, typedCallback } from '#lib/server/forms/callbackForm.ts';
import type { CallbackFault, TypedCallback } from '#lib/server/forms/callbackForm.ts';
import { answersOf, dropDraft, takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refusalOf, refuseForm } from '#lib/server/forms/refuseForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { windowDays } from '#lib/server/presenters/windowsView.ts';
import { runtime } from '#lib/server/runtime.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { listOffices } from '#lib/services/listOffices.ts';
import { offerCallbackWindows } from '#lib/services/offerCallbackWindows.ts';
import type { Actions, PageServerLoad } from './$types';

type CallbackRefusal = { faults: CallbackFault[] };

/** Where the person wants to come by; null when they want to be called. */
const officeOf = ({ way, office }: TypedCallback): string | null => (way === 'counter' && office) || null;

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const code = url.searchParams.get('code');
	if (code !== null)
		redirect(303, `/${locals.language}/help/callback/${encodeURIComponent(code.trim().slice(0, 40) || '-')}`);
	const { deps } = runtime();
	const answers = takeDraft(event);
	const windows = await offerCallbackWindows(deps, officeOf(typedCallback(answers)));
	const dossier = locals.signIn?.dossier;
	const known = dossier ? await deps.store.transact((tx) => tx.dossiers.find(dossier)) : null;
	const language = known && isLanguage(known.language) ? known.language : locals.language;
	const offices = await listOffices(deps, {});
	return {
		keepAnswers: true,
		// The careful answers are chosen already; who is in a hurry names a subject and a number.
		typed: {
			...typedCallback(answers, {
				key: globalThis.crypto.randomUUID(),
				topic: url.searchParams.get('topic') ?? '',
				way: 'phone',
				pickUp: 'only_me',
				sayWho: 'no',
				window: windows[0]?.start.toISOString() ?? '',
			}),
			...spokenLanguage(answers, language),
		},
		faults: refusalOf<CallbackRefusal>(event)?.faults ?? [],
		days: windowDays(windows),
		offices: offices.map(({ id, nameFr, nameNl }) => ({
			value: id,
			label: locals.language === 'nl' ? nameNl : nameFr,
		})),
		namesIn: locals.language === 'nl' ? ('nl' as const) : ('fr' as const),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { request, locals } = event;
		const { deps } = runtime();
		const answers = answersOf(await readForm(request));
		const refuse = (faults: CallbackFault[]) =>
			refuseForm(event, answers, { faults } satisfies CallbackRefusal);
		const read = readCallback(typedCallback(answers));
		if (!read.ok) return refuse(read.faults);
		const asked = await askCallback(deps, actorOf(event), read.value);
		if (!asked.ok)
			return refuse([
				asked.reason === 'unknown_office'
					? { field: 'office', reason: 'office_missing' }
					: { field: 'window', reason: asked.reason },
			]);
		dropDraft(event);
		const { code, as } = asked.value;
		const page = `/${locals.language}/help/callback/${showFollowCode(code)}`;
		redirect(303, as === 'new' ? page : `${page}?${as}`);
	},
};
