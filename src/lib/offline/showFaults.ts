import type { CheckFault } from '#lib/domain/checkForm.ts';

const inputOf = (form: HTMLFormElement, field: string): HTMLElement | null =>
	form.querySelector(`[name="${field}"], [name="${field}-day"]`);

/** Whom a screen reader asks what is wrong: the group of choices or of parts of a date, else the field itself. */
const spokenOf = (input: HTMLElement | null): HTMLElement | null => input?.closest('fieldset') ?? input;

const describe = (spoken: HTMLElement | null, by: (ids: string[]) => string[]): void => {
	const ids = by((spoken?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
	if (ids.length > 0) spoken?.setAttribute('aria-describedby', ids.join(' '));
	else spoken?.removeAttribute('aria-describedby');
};

/** Takes away what was said about a form that was not right. */
export const clearFaults = (form: HTMLFormElement): void => {
	for (const each of form.querySelectorAll<HTMLElement>('[aria-describedby]'))
		describe(each, (ids) => ids.filter((id) => !id.endsWith('-error')));
	for (const each of form.querySelectorAll('.error-summary, .field-error')) each.remove();
	for (const each of form.querySelectorAll('.field--wrong')) each.classList.remove('field--wrong');
	for (const each of form.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
};

/** The sentence beside the field, in the box that is marked as wrong. */
const sayBeside = (input: HTMLElement | null, sentence: HTMLElement): void => {
	const box = input?.closest('.field');
	box?.classList.add('field--wrong');
	(box?.querySelector('.date, .choice, select') ?? input)?.before(sentence);
	describe(spokenOf(input), (ids) => [...ids, sentence.id]);
	for (const each of box?.querySelectorAll('select, input[type="text"]') ?? [])
		each.setAttribute('aria-invalid', 'true');
};

/** A line of the summary, which leads to its field; the address stays that of the question. */
const lineTo = (input: HTMLElement | null, message: string): HTMLElement => {
	const [line, link] = [document.createElement('li'), document.createElement('a')];
	link.href = `#${input?.id ?? ''}`;
	link.textContent = message;
	link.addEventListener('click', (event) => {
		event.preventDefault();
		input?.focus();
	});
	line.append(link);
	return line;
};

/** Says beside each field what is to be put right, and all of it first thing, where the focus goes; the words lie on the page. */
export const showFaults = (place: HTMLElement, form: HTMLFormElement, faults: CheckFault[]): void => {
	const words = place.querySelector<HTMLTemplateElement>('template[data-faults]')?.content;
	const summary = words?.querySelector('.error-summary')?.cloneNode(true) as HTMLElement | undefined;
	const title = summary?.querySelector('h3');
	if (!words || !summary || !title) return;
	title.textContent = title.dataset[faults.length === 1 ? 'one' : 'two'] ?? '';
	for (const { field, reason } of faults) {
		const input = inputOf(form, field);
		const message = words.querySelector(`[data-fault="${reason}"]`)?.textContent ?? '';
		summary.querySelector('ul')?.append(lineTo(input, message));
		const sentence = words.querySelector('.field-error')?.cloneNode(true) as HTMLElement;
		sentence.id = `${field}-error`;
		sentence.append(message);
		sayBeside(input, sentence);
	}
	form.querySelector('h2')?.after(summary);
	summary.focus();
};
