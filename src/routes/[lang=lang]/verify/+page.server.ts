import { answerVerification, readVerification } from '#lib/server/forms/verifyForm.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	keepAnswers: true,
	verification: await readVerification(event),
});

export const actions: Actions = { default: answerVerification };
