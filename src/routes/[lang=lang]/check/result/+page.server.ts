import { redirect } from '@sveltejs/kit';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { checkConcern } from '#lib/domain/check.ts';
import { firstOpenQuestion, wholeAnswers } from '#lib/domain/checkQuestions.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { to } from '#lib/i18n/to.ts';
import { readCheckDraft } from '#lib/server/forms/checkDraft.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const draft = readCheckDraft(event);
	if (!draft) redirect(303, to('/check?expired'));
	const answers = wholeAnswers(draft);
	if (!answers) redirect(303, to(`/check/${firstOpenQuestion(draft)}`));
	return {
		result: checkConcern(answers, currentRules, brusselsToday(runtime().deps.now())),
		registeredOn: answers.paper === 'long' ? answers.registeredOn : null,
		rules: currentRules.version,
	};
};
