import { holdLine } from '../kiosk/holdLine.ts';
import { leaveScreen } from '../kiosk/leaveScreen.ts';
import { proveEmpty } from '../kiosk/proveEmpty.ts';
import { offerKeys } from '../kiosk/screenKeys.ts';
import { watchQuiet } from '../kiosk/watchQuiet.ts';

// The screen at a counter. Without this script its pages go to the end by themselves, and the server closes by its time.

const visit = document.querySelector<HTMLElement>('[data-visit]');
if (visit) {
	const { end = '', presence } = visit.dataset;
	let left = false;
	const leave = (because: 'done' | 'time'): void => {
		if (left) return;
		left = true;
		stopTelling();
		void leaveScreen(end, because);
	};
	const stopTelling = watchQuiet(visit, leave);
	if (presence) void holdLine(presence);
	for (const form of document.querySelectorAll('[data-finish]'))
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			leave('done');
		});
}

for (const tool of document.querySelectorAll<HTMLElement>('[data-with-script]')) tool.hidden = false;
document.querySelector('[data-back]')?.addEventListener('click', () => history.back());
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

const keys = document.querySelector<HTMLElement>('[data-keys]');
if (keys) offerKeys(keys);

const proof = document.querySelector<HTMLElement>('[data-ended]');
if (proof) void proveEmpty(proof);
