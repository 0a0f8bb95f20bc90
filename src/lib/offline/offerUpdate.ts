import type { Workbox } from 'workbox-window';

const fields = 'input:not([type=hidden]), textarea, select';

/** Whether anything on the page is otherwise than the server sent it. */
const isTypedIn = (): boolean =>
	[...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(fields)].some(
		(field) =>
			field instanceof HTMLSelectElement
				? [...field.options].some(({ selected, defaultSelected }) => selected && !defaultSelected) &&
					field.selectedIndex > 0
				: field.value !== field.defaultValue ||
					('checked' in field && field.checked !== field.defaultChecked),
	);

/**
 * Says on the page that a new version is there, and lets the person choose when it begins. The page is loaded anew only
 * where nothing was typed: else it stays as it is, and the next one is the new version's.
 */
export const offerUpdate = (workbox: Workbox, place: HTMLElement): void => {
	const button = place.querySelector('button');
	const done = place.querySelector<HTMLElement>('[data-done]');
	const offer = place.querySelector<HTMLElement>('[data-offer]');
	if (!button || !done || !offer) return;
	workbox.addEventListener('waiting', () => (offer.hidden = false));
	button.addEventListener('click', () => {
		// Another page of this browser may have pressed as well: only this one acts on its own press.
		workbox.addEventListener('controlling', () => {
			if (!isTypedIn()) return location.reload();
			offer.hidden = true;
			done.hidden = false;
		});
		workbox.messageSkipWaiting();
	});
};
