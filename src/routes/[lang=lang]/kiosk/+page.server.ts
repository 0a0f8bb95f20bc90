import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/domain/languages.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { emptyScreen, visitAt } from '../../../kiosk/visit.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The first screen at a counter. Whoever comes here while a visit is going on has left it: nothing of it stays. */
export const load: PageServerLoad = async (event) => {
	if (visitAt(event) !== 'none' || event.locals.signIn) {
		await emptyScreen(event);
		// This very request still came from the one who left: the page is for the next one.
		redirect(303, event.url.pathname);
	}
	return { firstScreen: true };
};

export const actions: Actions = {
	/** A visit begins with nothing in the browser, whoever used it before and for what. */
	default: async (event) => {
		const chosen = String((await readForm(event.request)).get('language') ?? '');
		await emptyScreen(event);
		redirect(303, `/${isLanguage(chosen) ? chosen : event.locals.language}/kiosk/home`);
	},
};
