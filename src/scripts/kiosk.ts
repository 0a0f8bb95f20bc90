import { holdLine } from '../kiosk/holdLine.ts';
import { emptyPage, leaveScreen } from '../kiosk/leaveScreen.ts';
import { hearOthers, tellOthers } from '../kiosk/otherTabs.ts';
import { proveEmpty } from '../kiosk/proveEmpty.ts';
import { fields } from '../kiosk/writeInField.ts';
import { watchQuiet } from '../kiosk/watchQuiet.ts';
import { sayArrived, sayOnward, sayWhenLeading } from '../kiosk/writeSign.ts';

// The screen at a counter. Without this script its pages go to the end by themselves, and the server closes by its time.

sayArrived();
// A browser may keep a page in its memory as it was, whosever it was, and bring it back: it keeps nothing, and asks the server.
window.addEventListener('pagehide', ({ persisted }) => {
	if (persisted) document.body.replaceChildren();
});
window.addEventListener('pageshow', ({ persisted }) => {
	if (persisted) location.reload();
});

const visit = document.querySelector<HTMLElement>('[data-visit]');
let left = false;
if (visit) {
	const { end = '', presence } = visit.dataset;
	const leave = (because: 'done' | 'time'): void => {
		if (left) return;
		left = true;
		stopTelling();
		void leaveScreen(end, because);
	};
	/** The visit ended on another page, and it may be that of the next person that goes on. */
	const beEmptied = (): void => {
		if (left) return;
		left = true;
		stopTelling();
		emptyPage('elsewhere');
	};
	const stopTelling = watchQuiet(visit, leave, beEmptied);
	hearOthers(beEmptied);
	sayWhenLeading(() => !left);
	if (presence) void holdLine(presence);
	for (const form of document.querySelectorAll('[data-finish]'))
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			leave('done');
		});
} else tellOthers();

for (const tool of document.querySelectorAll<HTMLElement>('[data-with-script]')) tool.hidden = false;
document.querySelector('[data-back]')?.addEventListener('click', () => {
	sayOnward('back');
	history.back();
});
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

const keys = document.querySelector<HTMLElement>('[data-keys]');
if (keys && document.querySelector(fields)) {
	let isTouched = false;
	const look = ({ pointerType }: PointerEvent): void => void (isTouched = pointerType === 'touch');
	document.addEventListener('pointerdown', look, { capture: true });
	void import('../kiosk/screenKeys.ts').then(({ offerKeys }) => offerKeys(keys, isTouched));
}

const proof = document.querySelector<HTMLElement>('[data-ended]');
if (proof) void proveEmpty(proof);
