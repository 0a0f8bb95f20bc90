/** Something that can be written in. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The fields that keys on a screen serve. */
export const fields =
	'input:is([type="text"], [type="tel"], [type="email"]):not([readonly]), textarea:not([readonly])';

const isField = (target: EventTarget | null): target is Field =>
	target instanceof HTMLElement && target.matches(fields);

/** The field that an event came from, if it did from one. */
export const fieldOf = ({ target }: Event): Field | null => (isField(target) ? target : null);

const replace = (field: Field, from: number, to: number, text: string): void => {
	field.setRangeText(text, from, to, 'end');
	field.dispatchEvent(new Event('input', { bubbles: true }));
};

const place = ({ selectionStart, selectionEnd, value }: Field): [number, number] => [
	selectionStart ?? value.length,
	selectionEnd ?? value.length,
];

/** Writes where the field is being written in. */
export const write = (field: Field, text: string): void => {
	const [from, to] = place(field);
	const isFull = field.maxLength >= 0 && field.value.length - (to - from) + text.length > field.maxLength;
	if (!isFull) replace(field, from, to, text);
};

/** Takes away what is selected, else the last letter as people see it: half of one would stay behind otherwise. */
export const erase = (field: Field): void => {
	const [from, to] = place(field);
	const before = [...new Intl.Segmenter().segment(field.value.slice(0, from))].at(-1)?.segment ?? '';
	replace(field, from === to ? from - before.length : from, to, '');
};

/** Puts another letter in the place of the one that was just written; writes it where that one is gone. */
export const exchange = (field: Field, old: string, text: string): void => {
	const [from, to] = place(field);
	const isThere = from === to && field.value.slice(0, from).endsWith(old);
	if (isThere) replace(field, from - old.length, to, text);
	else write(field, text);
};
