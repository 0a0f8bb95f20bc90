/** One key: what it shows, what it does, and how it is named where that is not what it shows. */
export type Key = {
	shown: string;
	press: () => void;
	named?: string;
	/** A kind of its own, for its looks and to find it again. */
	kind?: string;
	pressed?: boolean;
	lang?: string;
};

const buttonOf = ({ shown, press, named, kind, pressed, lang }: Key): HTMLElement => {
	const button = document.createElement('button');
	Object.assign(button, { type: 'button', textContent: shown, tabIndex: -1 });
	if (named) button.ariaLabel = named;
	if (kind) button.className = `kiosk-keys__${kind}`;
	if (pressed !== undefined) button.ariaPressed = String(pressed);
	if (lang) button.lang = lang;
	// The focus stays in the field under a finger or a mouse.
	button.addEventListener('pointerdown', (event) => event.preventDefault());
	button.addEventListener('click', press);
	return button;
};

/** Draws rows of keys; whoever was on one of them finds themselves on the same one. */
export const drawKeys = (place: HTMLElement, rows: Key[][]): void => {
	const here = document.activeElement;
	const was = here instanceof HTMLElement && place.contains(here) ? here : null;
	const lines = rows.map((row) => {
		const line = document.createElement('div');
		line.append(...row.map(buttonOf));
		return line;
	});
	place.replaceChildren(...lines);
	const keys = [...place.querySelectorAll('button')];
	const same =
		was && keys.find((key) => key.className === was.className && key.textContent === was.textContent);
	const first = same ?? keys.find((key) => was?.className && key.className === was.className) ?? keys[0];
	if (!first) return;
	first.tabIndex = 0;
	if (was) first.focus();
};

const steps: Record<string, [number, number]> = {
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
};

/** Moves from key to key with the arrows, as on any set of keys: one stop of the Tab key for all of them. */
export const walkKeys = (place: HTMLElement, event: KeyboardEvent): void => {
	const from = document.activeElement;
	const [down, along] = steps[event.key] ?? [];
	const row = from?.parentElement;
	if (!(from instanceof HTMLElement) || !row || down === undefined || along === undefined) return;
	event.preventDefault();
	const rows = [...place.children].filter(({ children }) => children.length > 0);
	const line = rows[(rows.indexOf(row) + down + rows.length) % rows.length];
	const keys = [...(line?.children ?? [])] as HTMLElement[];
	const at = [...row.children].indexOf(from) + along;
	const to = keys[down ? Math.min(at, keys.length - 1) : (at + keys.length) % keys.length];
	from.tabIndex = -1;
	if (to) to.tabIndex = 0;
	to?.focus();
};
