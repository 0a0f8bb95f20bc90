import { redirect } from '@sveltejs/kit';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { checkFieldsOf } from '#lib/domain/checkFields.ts';
import { mostNationalities, readCheckForm } from '#lib/domain/checkForm.ts';
import type { CheckFault } from '#lib/domain/checkForm.ts';
import {
	firstOpenQuestion,
	questionAfter,
	questionsFor,
	type CheckQuestion,
} from '#lib/domain/checkQuestions.ts';
import { isNationalityChoice } from '#lib/i18n/countryNames.ts';
import { to } from '#lib/i18n/to.ts';
import { keepCheckDraft, readCheckDraft } from '#lib/server/forms/checkDraft.ts';
import { answersOf, dropDraft, putDraft, takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refusalOf, refuseForm } from '#lib/server/forms/refuseForm.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type CheckRefusal = { faults: CheckFault[] };

const today = () => brusselsToday(runtime().deps.now());

/** The answers so far, on a question that may be asked: others lead to the first open one, no answers to the start. */
const answersFor = (event: Pick<RequestEvent, 'cookies' | 'url'>, question: CheckQuestion) => {
	const answers = readCheckDraft(event);
	if (!answers) redirect(303, to('/check?expired'));
	const questions = questionsFor(answers);
	const open = firstOpenQuestion(answers) ?? questions.at(-1) ?? question;
	const at = questions.indexOf(question);
	if (at < 0 || at > questions.indexOf(open)) redirect(303, to(`/check/${open}`));
	return answers;
};

export const load: PageServerLoad = (event) => {
	const { question } = event.params;
	const answers = answersFor(event, question);
	const draft = takeDraft(event);
	const refusal = refusalOf<CheckRefusal>(event);
	const isDraft = refusal !== null || Object.keys(draft).length > 0;
	const fields = isDraft ? draft : checkFieldsOf(question, answers);
	return {
		keepAnswers: true,
		question,
		relation: answers.relation ?? null,
		fields,
		faults: refusal?.faults ?? [],
		more: Boolean(draft['more']),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { question } = event.params;
		const before = answersFor(event, question);
		const fields = answersOf(await readForm(event.request));
		if (fields['more']) {
			const given = (fields['nationality'] ?? []).slice(0, mostNationalities - 1);
			putDraft(event, event.url.pathname, { nationality: [...given, ''], more: ['yes'] });
			redirect(303, to(`/check/${question}`));
		}
		const ground = { today: today(), isNationality: isNationalityChoice };
		const read = readCheckForm(question, fields, before, ground);
		if (!read.ok) return refuseForm(event, fields, { faults: read.faults } satisfies CheckRefusal);
		dropDraft(event);
		const answers = { ...before, ...read.value };
		keepCheckDraft(event, answers);
		redirect(303, to(`/check/${questionAfter(answers, question) ?? 'result'}`));
	},
};
