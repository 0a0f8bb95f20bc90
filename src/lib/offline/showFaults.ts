import type { CheckFault } from '#lib/domain/checkForm.ts';

const inputOf = (form: HTMLFormElement, field: string): HTMLElement | null =>
	form.querySelector(`[name="${field}"], [name="${field}-day"]`);

/** Takes away what was said about a form that was not right. */
export const clearFaults = (form: HTMLFormElement): void => {
	for (const each of form.querySelectorAll('.error-summary, .field-error')) each.remove();
	for (const each of form.querySelectorAll('.field--wrong')) each.classList.remove('field--wrong');
	for (const each of form.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
};

/** Says beside each field what is to be put right, and all of it first thing, where the focus goes; the words lie on the page. */
export const showFaults = (place: HTMLElement, form: HTMLFormElement, faults: CheckFault[]): void => {
	const words = place.querySelector<HTMLTemplateElement>('template[data-faults]')?.content;
	const summary = words?.querySelector('.error-summary')?.cloneNode(true) as HTMLElement | undefined;
	const title = summary?.querySelector('h3');
	const list = summary?.querySelector('ul');
	if (!words || !summary || !title || !list) return;
	title.textContent = title.dataset[faults.length === 1 ? 'one' : 'two'] ?? '';
	for (const { field, reason } of faults) {
		const input = inputOf(form, field);
		const message = words.querySelector(`[data-fault="${reason}"]`)?.textContent ?? '';
		const link = document.createElement('a');
		link.href = `#${input?.id ?? ''}`;
		link.textContent = message;
		// The address stays that of the question.
		link.addEventListener('click', (event) => {
			event.preventDefault();
			input?.focus();
		});
		list.append(document.createElement('li'));
		list.lastElementChild?.append(link);
		const beside = words.querySelector('.field-error')?.cloneNode(true) as HTMLElement;
		beside.id = `${field}-error`;
		beside.append(message);
		const box = input?.closest('.field');
		box?.classList.add('field--wrong');
		(box?.querySelector('.date, .choice, select') ?? input)?.before(beside);
		input?.setAttribute('aria-invalid', 'true');
		input?.setAttribute('aria-errormessage', beside.id);
	}
	form.querySelector('h2')?.after(summary);
	summary.focus();
};
