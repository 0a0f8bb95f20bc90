import type { Because } from './leaveScreen.ts';

const second = 1000;
/** The server hears of somebody touching the screen at most so often. */
const betweenWords = 10 * second;

/** What shows that somebody is there: hands, keys, and the focus of those whose keys a reader of the screen swallows. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'wheel', 'focusin'];

const number = (text: string | undefined): number => Number(text ?? Number.NaN);

/**
 * Watches a page at a counter: covers it and asks when nobody has touched it for a while, calls `leave` when nobody
 * answers, and tells the server of whoever is there; when that says that the visit is over, calls `ended`. Returns how
 * to stop telling.
 */
export const watchQuiet = (
	place: HTMLElement,
	leave: (because: Because) => void,
	ended: () => void,
): (() => void) => {
	const dialog = place.querySelector('dialog');
	if (!dialog) return () => {};
	const [quiet, asks, ends] = [place.dataset['quiet'], place.dataset['asks'], place.dataset['ends']].map(
		number,
	);
	const stopped = new AbortController();
	let touched = Date.now();
	let told = touched;
	let warned = false;
	let shown = 0;

	const tell = (): void => {
		told = Date.now();
		const word = { method: 'POST', signal: stopped.signal };
		void fetch(place.dataset['here'] ?? '', word)
			.then(({ status }) => status === 205 && !stopped.signal.aborted && ended())
			.catch(() => {});
	};
	const touch = (): void => {
		touched = Date.now();
		if (touched - told > betweenWords) tell();
	};
	const cover = (because: 'quiet' | 'ends', left: number): void => {
		for (const each of dialog.querySelectorAll<HTMLElement>('[data-because]'))
			each.hidden = each.dataset['because'] !== because;
		if (!dialog.open) dialog.showModal();
		const seconds = Math.max(0, Math.ceil(left / second));
		if (seconds === shown) return;
		shown = seconds;
		const field = dialog.querySelector('[data-left]');
		if (field) field.textContent = String(seconds);
		const words = dialog.querySelector(`[data-at="${seconds}"]`)?.textContent;
		const spoken = dialog.querySelector('[data-spoken]');
		if (words && spoken) spoken.textContent = words;
	};
	const look = (): void => {
		if (stopped.signal.aborted) return;
		const now = Date.now();
		const until = Math.min(
			touched + (quiet ?? 0) + (asks ?? 0),
			Number.isNaN(ends) ? Infinity : (ends ?? Infinity),
		);
		const isLast = until === ends;
		if (now >= until) leave('time');
		else if (isLast && now >= until - (asks ?? 0) && !warned) cover('ends', until - now);
		else if (!isLast && now >= touched + (quiet ?? 0)) cover('quiet', until - now);
		else if (touched > told && now - told > betweenWords) tell();
	};

	for (const sign of signs)
		document.addEventListener(
			sign,
			({ target }) => {
				// While it is asked, only the answer counts; and whoever finishes is not there any more.
				const finishes = target instanceof Element && target.closest('[data-finish]');
				if (!dialog.open && !finishes && !stopped.signal.aborted) touch();
			},
			{ capture: true, passive: true },
		);
	dialog.addEventListener('close', () => {
		warned = warned || Date.now() >= (ends ?? Infinity) - (asks ?? 0);
		touched = Date.now();
		tell();
	});
	document.addEventListener('visibilitychange', look);
	setInterval(look, second);
	return () => stopped.abort();
};
