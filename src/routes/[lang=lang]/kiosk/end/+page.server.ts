import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms/readForm.ts';
import { emptyScreen, visitAt } from '../../../../kiosk/visit.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasons = ['done', 'time'] as const;
type Because = (typeof reasons)[number];

const becauseOf = (text: unknown): Because => reasons.find((each) => each === text) ?? 'done';

/** The proof that nothing is left. A visit that still goes on is not ended by a link: that takes its button. */
export const load: PageServerLoad = async (event) => {
	const { language } = event.locals;
	if (visitAt(event) === 'going') redirect(303, `/${language}/kiosk/home`);
	await emptyScreen(event);
	return { firstScreen: true, because: becauseOf(event.url.searchParams.get('because')) };
};

export const actions: Actions = {
	default: async (event) => {
		const because = becauseOf((await readForm(event.request)).get('because'));
		await emptyScreen(event);
		redirect(303, `/${event.locals.language}/kiosk/end?because=${because}`);
	},
};
