import { checkConcern } from '#lib/domain/check.ts';
import type { CheckResult } from '#lib/domain/check.ts';
import { readCheckForm } from '#lib/domain/checkForm.ts';
import type { CheckFields } from '#lib/domain/checkForm.ts';
import {
	allRelativeAnswers,
	checkQuestions,
	questionAfter,
	relativeAnswers,
	wholeAnswers,
} from '#lib/domain/checkQuestions.ts';
import type { CheckQuestion, PartialAnswers } from '#lib/domain/checkQuestions.ts';
import { momentInBrussels } from '#lib/domain/momentInBrussels.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { clearFaults, showFaults } from './showFaults.ts';

/** The day in Brussels, whatever the clock of the device is set to. */
const today = (): string => momentInBrussels(new Date()).date;

const fieldsOf = (form: HTMLFormElement, pressed: HTMLElement | null): CheckFields => {
	const fields: CheckFields = {};
	for (const [name, value] of new FormData(form, pressed))
		if (typeof value === 'string') (fields[name] ??= []).push(value);
	return fields;
};

const choicesOf = (form: HTMLFormElement): Set<string> =>
	new Set([...form.querySelectorAll('option')].map(({ value }) => value));

/** One more nationality: the same field again, under its own name, with the focus in it. */
const addNationality = (place: HTMLElement, form: HTMLFormElement): void => {
	const fields = [...form.querySelectorAll<HTMLElement>('.field')];
	const first = fields[0];
	const words = JSON.parse(place.dataset['another'] ?? '[]') as string[];
	const word = words[fields.length - 1];
	if (!first || !word) return;
	const field = first.cloneNode(true) as HTMLElement;
	for (const extra of field.querySelectorAll('.hint, .field-error')) extra.remove();
	const [label, select] = [field.querySelector('label'), field.querySelector('select')];
	if (!label || !select) return;
	label.textContent = word;
	label.htmlFor = select.id = `nationality-${fields.length + 1}`;
	select.removeAttribute('aria-describedby');
	select.value = '';
	fields.at(-1)?.after(field);
	select.focus();
	if (fields.length === words.length) form.querySelector<HTMLElement>('[name="more"]')?.remove();
};

/** Takes the check on this page and leads through it: one question at a time, then what it comes to. */
export const checkHere = (place: HTMLElement): void => {
	const parts = [...place.querySelectorAll<HTMLElement>('[data-start], [data-question], [data-result]')];
	const around = [...(place.parentElement?.children ?? [])] as HTMLElement[];
	const introduction = around.filter((each) => each !== place && each.localName !== 'h1');
	let answers: PartialAnswers = {};

	const show = (part: HTMLElement | undefined, title = part?.querySelector<HTMLElement>('h2')): void => {
		for (const each of parts) each.hidden = each !== part;
		for (const each of introduction) each.hidden = part !== parts[0];
		title?.focus();
		title?.scrollIntoView();
	};
	const showQuestion = (question: CheckQuestion): void => {
		const part = parts.find((each) => each.dataset['question'] === question);
		const asked = relativeAnswers(answers.relation);
		for (const name of question === 'relative' ? allRelativeAnswers : [])
			part
				?.querySelector(`[name="${name}"]`)
				?.closest('fieldset')
				?.toggleAttribute('hidden', !asked.includes(name));
		show(part);
	};
	const showResult = (result: CheckResult): void => {
		const part = place.querySelector<HTMLElement>('[data-result]') ?? undefined;
		const because: string[] = [...result.reasons, ...result.doubts, result.answer];
		for (const each of part?.querySelectorAll<HTMLElement>('[data-indication]') ?? [])
			each.hidden = each.dataset['indication'] !== result.answer;
		for (const each of part?.querySelectorAll<HTMLElement>('[data-because]') ?? [])
			each.hidden = !because.includes(each.dataset['because'] ?? '');
		show(part, part?.querySelector<HTMLElement>(`[data-indication="${result.answer}"] h2`));
	};
	/** The way back of the browser leads to the question before. */
	const goTo = (next: CheckQuestion | 'result'): void => {
		history.pushState(next, '', `#${next}`);
		showStop(next);
	};
	const showStop = (stop: unknown): void => {
		const question = checkQuestions.find((each) => each === stop);
		const whole = stop === 'result' ? wholeAnswers(answers) : null;
		if (whole) showResult(checkConcern(whole, currentRules, today()));
		else if (question) showQuestion(question);
		else show(parts[0]);
	};
	const answer = (form: HTMLFormElement, question: CheckQuestion, pressed: HTMLElement | null): void => {
		const fields = fieldsOf(form, pressed);
		if (fields['more']) return addNationality(place, form);
		const choices = choicesOf(form);
		const ground = { today: today(), isNationality: (code: string) => choices.has(code) };
		const read = readCheckForm(question, fields, answers, ground);
		clearFaults(form);
		if (!read.ok) return showFaults(place, form, read.faults);
		answers = { ...answers, ...read.value };
		goTo(questionAfter(answers, question) ?? 'result');
	};

	place.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		const pressed = event.submitter;
		event.preventDefault();
		// A fresh page remembers nothing.
		if (pressed?.getAttribute('name') === 'forget') return location.replace(location.pathname);
		const question = checkQuestions.find((each) => each === form.dataset['question']);
		if (question) answer(form, question, pressed);
		else goTo(checkQuestions[0]);
	});
	window.addEventListener('popstate', ({ state }) => showStop(state));
};
