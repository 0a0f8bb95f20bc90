import { fail, redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/domain/languages.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { readCallback, typedCallback } from '#lib/server/forms/callbackForm.ts';
import { answersOf, takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { windowDays } from '#lib/server/presenters/windowsView.ts';
import { runtime } from '#lib/server/runtime.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { listOffices } from '#lib/services/listOffices.ts';
import { offerCallbackWindows } from '#lib/services/offerCallbackWindows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const code = url.searchParams.get('code');
	if (code !== null)
		redirect(303, `/${locals.language}/help/callback/${encodeURIComponent(code.trim().slice(0, 40) || '-')}`);
	const { deps } = runtime();
	const windows = await offerCallbackWindows(deps);
	const dossier = locals.signIn?.dossier;
	const known = dossier ? await deps.store.transact((tx) => tx.dossiers.find(dossier)) : null;
	const language = known && isLanguage(known.language) ? known.language : locals.language;
	const offices = await listOffices(deps, {});
	return {
		keepAnswers: true,
		// The careful answers are chosen already; who is in a hurry names a subject and a number.
		typed: typedCallback(takeDraft(event), {
			key: globalThis.crypto.randomUUID(),
			topic: url.searchParams.get('topic') ?? '',
			way: 'phone',
			language,
			pickUp: 'only_me',
			sayWho: 'no',
			window: windows[0]?.start.toISOString() ?? '',
		}),
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
		const typed = typedCallback(answersOf(await readForm(request)));
		const read = readCallback(typed);
		if (!read.ok) return fail(400, { typed, faults: read.faults, days: null });
		const asked = await askCallback(deps, actorOf(event), read.value);
		if (!asked.ok) {
			const field = asked.reason === 'unknown_office' ? ('office' as const) : ('window' as const);
			const reason = asked.reason === 'unknown_office' ? 'office_missing' : asked.reason;
			const days = asked.windows.length > 0 ? windowDays(asked.windows) : null;
			return fail(409, { typed, faults: [{ field, reason }], days });
		}
		const { code, joined } = asked.value;
		const page = `/${locals.language}/help/callback/${showFollowCode(code)}`;
		redirect(303, joined ? `${page}?joined` : page);
	},
};
