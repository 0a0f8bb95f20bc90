import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/domain/languages.ts';
import { ownAddress, samePage } from '#lib/i18n/samePage.ts';
import { answersOf, putDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import type { Actions, PageServerLoad } from './$types';

const target = (url: URL): URL =>
	ownAddress(url.searchParams.get('to'), url.origin) ?? new URL(url.pathname.slice(0, 3), url);

export const load: PageServerLoad = ({ url }) => {
	const { pathname, search } = target(url);
	return { to: pathname + search };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, url, locals } = event;
		const form = await readForm(request);
		const chosen = String(form.get('_language') ?? '');
		const language = isLanguage(chosen) ? chosen : locals.language;
		const page = samePage(target(url), language);
		const answers = answersOf(form);
		const leftOut = putDraft(event, page, answers);
		if (leftOut.length > 0)
			return { onward: page, leftOut: leftOut.map((name) => (answers[name] ?? []).join('\n')) };
		const original = form.get('_original');
		const address =
			original === 'fr' || original === 'nl' || original === 'none'
				? `${page}${page.includes('?') ? '&' : '?'}original=${original}`
				: page;
		// The fragment puts the focus back into the field, without any script.
		const focus = String(form.get('_focus') ?? '');
		redirect(303, /^[\w-]{1,64}$/.test(focus) ? `${address}#${focus}` : address);
	},
};
