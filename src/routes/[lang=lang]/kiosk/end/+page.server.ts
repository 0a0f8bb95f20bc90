import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms/readForm.ts';
import { emptyScreen, visitAt } from '../../../../kiosk/visit.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasons = ['done', 'time'] as const;
type Because = (typeof reasons)[number];

const becauseOf = (text: unknown): Because => reasons.find((each) => each === text) ?? 'done';

/** The proof that nothing is left. A visit that still goes on is not ended by a link: that takes its button. */
export const load: PageServerLoad = async (event) => {
	const { pathname, search, searchParams } = event.url;
	const visit = visitAt(event);
	if (visit === 'going') redirect(303, `/${event.locals.language}/kiosk/home`);
	if (visit === 'over') {
		await emptyScreen(event);
		redirect(303, pathname + search);
	}
	return { firstScreen: true, because: becauseOf(searchParams.get('because')) };
};

export const actions: Actions = {
	default: async (event) => {
		const because = becauseOf((await readForm(event.request)).get('because'));
		await emptyScreen(event);
		redirect(303, `/${event.locals.language}/kiosk/end?because=${because}`);
	},
};
