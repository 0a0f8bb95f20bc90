import { redirect } from '@sveltejs/kit';
import { checkQuestions } from '#lib/domain/checkQuestions.ts';
import { to } from '#lib/i18n/to.ts';
import { checkMinutes, forgetCheckDraft, keepCheckDraft } from '#lib/server/forms/checkDraft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	minutes: checkMinutes,
	forgotten: url.searchParams.has('forgotten'),
	expired: url.searchParams.has('expired'),
});

export const actions: Actions = {
	/** Always begins afresh: on a shared device nobody meets the answers of the person before. */
	start: (event) => {
		forgetCheckDraft(event);
		keepCheckDraft(event, {});
		redirect(303, to(`/check/${checkQuestions[0]}`));
	},
	forget: (event) => {
		forgetCheckDraft(event);
		redirect(303, to('/check?forgotten'));
	},
};
