// Keys on the screen, for whoever stands before one without a keyboard. They are made when a field is touched; a finger on
// them does not take the focus out of the field, so whoever writes by other means never meets them.

const rows = {
	digits: ['123', '456', '789', '+0'],
	letters: ['1234567890', 'azertyuiop', 'qsdfghjklm', "wxcvbn'-_@."],
};

type Field = HTMLInputElement | HTMLTextAreaElement;

const fields = 'input[type="text"], input[type="tel"], input[type="email"], textarea';
/** Where a screen is too small for keys that a finger meets, it is a telephone: it has its own. */
const roomForKeys = '(width >= 48em)';

const isField = (target: EventTarget | null): target is Field =>
	target instanceof HTMLElement && target.matches(fields);

const write = (field: Field, text: string): void => {
	field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
	field.dispatchEvent(new Event('input', { bubbles: true }));
};

const erase = (field: Field): void => {
	const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
	// One letter as people see it: half of one would stay behind otherwise.
	const before = [...field.value.slice(0, start)].at(-1) ?? '';
	if (start === end) field.setSelectionRange(start - before.length, end);
	write(field, '');
};

/** Shows keys while a field that was touched has the focus. */
export const offerKeys = (place: HTMLElement): void => {
	const { erase: eraseWord = '', space: spaceWord = '', close: closeWord = '' } = place.dataset;
	let field: Field | null = null;
	let touched = false;

	const key = (shown: string, press: (field: Field) => void, name = ''): HTMLElement => {
		const button = document.createElement('button');
		Object.assign(button, { type: 'button', textContent: shown, tabIndex: -1 });
		if (name) button.className = `kiosk-keys__${name}`;
		// The focus stays in the field.
		button.addEventListener('pointerdown', (event) => event.preventDefault());
		button.addEventListener('click', () => field && press(field));
		return button;
	};
	const hide = (): void => {
		place.hidden = true;
		field = null;
	};
	const row = (keys: HTMLElement[]): HTMLElement => {
		const line = document.createElement('div');
		line.append(...keys);
		return line;
	};
	const show = (shown: Field): void => {
		field = shown;
		const isNumber = shown.type === 'tel' || shown.dataset['mode'] === 'numeric';
		const isCode = shown.autocapitalize === 'characters';
		const letters = (line: string) => [...(isCode ? line.toUpperCase().replaceAll(/['_@.]/g, '') : line)];
		const lines = rows[isNumber ? 'digits' : 'letters'].map((line) =>
			row(letters(line).map((letter) => key(letter, (into) => write(into, letter)))),
		);
		const close = key(closeWord, hide, 'close');
		const space = key(spaceWord, (into) => write(into, ' '), 'space');
		lines.push(row([close, ...(isNumber ? [] : [space]), key(eraseWord, erase, 'erase')]));
		place.classList.toggle('kiosk-keys--digits', isNumber);
		place.replaceChildren(...lines);
		place.hidden = false;
		shown.scrollIntoView({ block: 'center' });
	};

	if (!matchMedia(roomForKeys).matches) return;
	for (const each of document.querySelectorAll<Field>(fields)) {
		each.dataset['mode'] = each.inputMode;
		// Ours are there: the device's own would cover the page a second time.
		if (matchMedia('(any-pointer: coarse)').matches) each.inputMode = 'none';
	}
	document.addEventListener('pointerdown', ({ pointerType }) => (touched = pointerType === 'touch'), true);
	document.addEventListener('keydown', () => (touched = false), true);
	document.addEventListener('focusin', ({ target }) => {
		if (isField(target) && touched) show(target);
		else hide();
	});
	document.addEventListener('click', ({ target }) => {
		if (isField(target) && touched && place.hidden) show(target);
	});
};
