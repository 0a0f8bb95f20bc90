import { redirect } from '@sveltejs/kit';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import {
	firstOpenQuestion,
	questionAfter,
	questionsFor,
	type CheckQuestion,
} from '#lib/domain/checkQuestions.ts';
import { to } from '#lib/i18n/to.ts';
import { keepCheckDraft, readCheckDraft } from '#lib/server/forms/checkDraft.ts';
import { checkFieldsOf } from '#lib/server/forms/checkFields.ts';
import { mostNationalities, readCheckForm } from '#lib/server/forms/checkForm.ts';
import { answersOf, putDraft, takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Says of kept fields that they were sent, so that what is to be put right is said again. */
const sent = 'sent';

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
	const isDraft = Object.keys(draft).length > 0;
	const fields = isDraft ? draft : checkFieldsOf(question, answers);
	const read = draft[sent] ? readCheckForm(question, draft, answers, today()) : null;
	return {
		keepAnswers: true,
		question,
		relation: answers.relation ?? null,
		fields,
		faults: read && !read.ok ? read.faults : [],
		more: Boolean(draft['more']),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { question } = event.params;
		const before = answersFor(event, question);
		const fields = answersOf(await readForm(event.request));
		const again = (kept: typeof fields) => {
			// A page shown in answer to a post is one that the back button cannot come back to.
			putDraft(event, event.url.pathname, kept);
			redirect(303, to(`/check/${question}`));
		};
		if (fields['more']) {
			const given = (fields['nationality'] ?? []).slice(0, mostNationalities - 1);
			again({ nationality: [...given, ''], more: ['yes'] });
		}
		const read = readCheckForm(question, fields, before, today());
		if (!read.ok) return again({ ...fields, [sent]: ['yes'] });
		const answers = { ...before, ...read.value };
		keepCheckDraft(event, answers);
		redirect(303, to(`/check/${questionAfter(answers, question) ?? 'result'}`));
	},
};
