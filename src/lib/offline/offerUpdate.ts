import type { Workbox } from 'workbox-window';

/**
 * Says on the page that a new version is there, and lets the person choose when it begins. The page itself stays as it is,
 * whatever stands on it, and the next one is the new version's: loading it anew could cost what was typed, and would send a
 * form again where the page is the answer to one.
 */
export const offerUpdate = (workbox: Workbox, place: HTMLElement): void => {
	const button = place.querySelector('button');
	const done = place.querySelector<HTMLElement>('[data-done]');
	const offer = place.querySelector<HTMLElement>('[data-offer]');
	if (!button || !done || !offer) return;
	workbox.addEventListener('waiting', () => {
		done.hidden = true;
		offer.hidden = false;
	});
	// Another window may have pressed: nothing waits here any more either. The very first worker was never offered.
	workbox.addEventListener('controlling', () => {
		if (offer.hidden) return;
		offer.hidden = true;
		done.hidden = false;
	});
	button.addEventListener('click', () => workbox.messageSkipWaiting());
};
