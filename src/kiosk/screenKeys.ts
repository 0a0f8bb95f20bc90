import type { Language } from '#lib/domain/languages.ts';
import { drawKeys, walkKeys } from './drawKeys.ts';
import { keysOf, layoutsFor } from './keysOf.ts';
import type { Writing } from './keysOf.ts';
import { fieldOf, fields } from './writeInField.ts';
import type { Field } from './writeInField.ts';

// Keys on the screen, for whoever stands before one without a keyboard. They come when a finger touches a field, and for
// everybody else by a button beside it; whoever put them away from a field writes there with the keys of the device.

/** Where a screen is too small for keys that a finger meets, it is a telephone: it has its own. */
const roomForKeys = '(width >= 60em)';

/** Offers keys for the fields of this page, at once where a finger has been in one already. */
export const offerKeys = (place: HTMLElement, wasTouched: boolean): void => {
	const language = document.documentElement.lang as Language;
	let writing: Writing | null = null;
	let isTouched = wasTouched;
	let putAwayFrom: Field | null = null;

	const hide = (): void => {
		if (!writing) return;
		// The device's own keys may come again.
		writing.field.inputMode = writing.field.dataset['mode'] ?? '';
		writing = null;
		place.hidden = true;
	};
	const close = (): void => {
		putAwayFrom = writing?.field ?? null;
		hide();
		putAwayFrom?.focus();
	};
	const draw = (): void => {
		if (!writing) return;
		place.classList.toggle('kiosk-keys--digits', writing.layout === 'digits');
		drawKeys(place, keysOf(writing, place.dataset, change, close));
	};
	const change = (to: Partial<Writing>): void => {
		if (!writing) return;
		const isSame = Object.entries(to).every(([name, value]) => writing?.[name as keyof Writing] === value);
		writing = { ...writing, ...to };
		const isAlphabet = writing.capitals || writing.layout !== 'own' || language === 'ti';
		if (!isSame || isAlphabet) draw();
	};
	const show = (field: Field): void => {
		hide();
		const [layout = 'own'] = layoutsFor(field, language);
		if (isTouched) field.inputMode = 'none';
		writing = { field, language, layout, capitals: false, last: '' };
		place.hidden = false;
		draw();
		field.scrollIntoView({ block: 'center' });
	};

	for (const block of document.querySelectorAll('main .field')) {
		const [first] = block.querySelectorAll<Field>(fields);
		if (!first) continue;
		let latest = first;
		block.addEventListener('focusin', (event) => (latest = fieldOf(event) ?? latest));
		const button = document.createElement('button');
		Object.assign(button, { type: 'button', className: 'button button--quiet kiosk-keys-open' });
		button.textContent = place.ariaLabel;
		button.addEventListener('pointerdown', (event) => event.preventDefault());
		button.addEventListener('click', ({ detail }) => {
			show(latest);
			// Pressed by a key: whoever has no pointer goes on from key to key.
			if (detail === 0) place.querySelector('button')?.focus();
		});
		block.append(button);
	}

	/** Whether keys come by themselves for this field. */
	const isServed = (field: Field | null): field is Field =>
		field !== null && field !== putAwayFrom && isTouched && matchMedia(roomForKeys).matches;

	document.addEventListener(
		'pointerdown',
		(event) => {
			isTouched = event.pointerType === 'touch';
			const field = fieldOf(event);
			if (!isServed(field)) return;
			// Ours come: the device's own would cover the page a second time.
			field.dataset['mode'] ??= field.inputMode;
			field.inputMode = 'none';
		},
		true,
	);
	document.addEventListener('click', (event) => {
		const field = fieldOf(event);
		if (isServed(field) && writing?.field !== field) show(field);
	});
	// At once and not by the click: what goes, and what comes instead, moves the page from under the finger.
	document.addEventListener('focusin', (event) => {
		const field = fieldOf(event);
		if ((field && field === writing?.field) || place.contains(event.target as Node)) return;
		if (isServed(field)) show(field);
		else hide();
	});
	document.addEventListener('keydown', () => (isTouched = false), true);
	place.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') close();
		// From the keys the Tab key goes on from the field that they are for.
		else if (event.key === 'Tab') close();
		else walkKeys(place, event);
	});
	const early = document.querySelector<Field>(`:is(${fields}):focus`);
	if (isServed(early)) show(early);
};
