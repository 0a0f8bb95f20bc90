import { readDocument } from './documentChecks.ts';

/** One field of a form: what a browser would send for it if nothing was changed, and what it offers. */
export type Field = { name: string; type: string; value: string; options: string[] };

/** A form of a page: where it is sent to, and its fields, names once. */
export type Form = { action: string; fields: Field[] };

/** The forms that change something on a page, as a browser would send them. */
export const formsOf = (html: string, address: string): Form[] =>
	[...readDocument(html).querySelectorAll<HTMLFormElement>('form[method="post" i]')].map((form) => {
		const fields = new Map<string, Field>();
		const own = form.id ? form.ownerDocument.querySelectorAll(`[form="${form.id}"]`) : [];
		for (const element of [...form.querySelectorAll('input, select, textarea, button'), ...own]) {
			const name = element.getAttribute('name');
			if (!name || element.hasAttribute('formaction')) continue;
			const type = element.getAttribute('type') ?? element.tagName.toLowerCase();
			const options =
				element.tagName === 'SELECT'
					? [...element.querySelectorAll('option')].map((option) => option.getAttribute('value') ?? '')
					: ['radio', 'checkbox', 'submit', 'hidden'].includes(type)
						? [element.getAttribute('value') ?? '']
						: [];
			const known = fields.get(name);
			if (known) known.options.push(...options);
			else fields.set(name, { name, type, value: element.getAttribute('value') ?? '', options });
		}
		return {
			action: new URL(form.getAttribute('action') ?? address, new URL(address, 'http://halte')).href.replace(
				/^http:\/\/halte/,
				'',
			),
			fields: [...fields.values()],
		};
	});

/** The values that a page shows in its fields for typing. */
export const typedValuesOf = (html: string): Map<string, string> =>
	new Map(
		[
			...readDocument(html).querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
				'input:not([type]), input[type="text"], input[type="tel"], input[type="email"], textarea',
			),
		].map((field) => [field.name, field.value]),
	);
