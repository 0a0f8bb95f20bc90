// Small comforts for every page; without it everything works.
import { beginOffline } from '#lib/offline/beginOffline.ts';

/** Remembers which field the person was in, so that the page comes back to it in another language. */
const rememberFocus = (): void => {
	document.addEventListener('focusin', ({ target }) => {
		if (!(target instanceof HTMLElement) || !target.id || target.closest('[data-languages]')) return;
		for (const hidden of document.querySelectorAll<HTMLInputElement>('input[name="_focus"]'))
			hidden.value = target.id;
	});
};

/** A second press on a slow line sends nothing; the server would see through it, but the person would wait twice. */
const sendOnce = (): void => {
	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		if (form.dataset['sent']) return event.preventDefault();
		form.dataset['sent'] = '';
		setTimeout(() => delete form.dataset['sent'], 5000);
	});
	// Back to this page from the browser's memory: it may be sent again.
	window.addEventListener('pageshow', () => {
		for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]'))
			delete form.dataset['sent'];
	});
};

/**
 * Whoever came by a link of this site hears the title of the new page, and goes on from there. Not where the address
 * names a place of its own, as after a refused form or a change of language, and not where somebody is already.
 */
const startAtTitle = (): void => {
	const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const came = URL.parse(document.referrer)?.origin === location.origin && visit?.type === 'navigate';
	const isElsewhere = document.activeElement !== document.body && document.activeElement !== null;
	const title = document.querySelector('h1');
	if (!came || location.hash || isElsewhere || !title || document.querySelector('#error-summary')) return;
	title.tabIndex = -1;
	title.focus({ preventScroll: true });
};

/**
 * Who signed out leaves no page of theirs on this screen, in no other tab either. On a device of others every tab goes to the
 * page of farewell, also one that was opened before they signed in; on one's own, each page that was theirs comes back with
 * the next sign-in.
 */
const leaveOtherTabs = (): void => {
	const farewell = document.querySelector<HTMLElement>('[data-farewell]')?.dataset['farewell'] ?? null;
	const isLeft = farewell !== null || /\/sign-in\?left=here\b/.test(location.href);
	const tabs = new BroadcastChannel('halte-left');
	// Said once: this page may still be open, and be loaded anew, when the next person has tabs of theirs.
	const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	if (isLeft) {
		if (visit?.type === 'navigate') tabs.postMessage(farewell);
		return;
	}
	const isTheirs = document.querySelector('[data-signed-in]') !== null;
	tabs.onmessage = ({ data: address }: MessageEvent<string | null>) => {
		if (address) location.replace(address);
		else if (isTheirs) location.reload();
	};
};

startAtTitle();
leaveOtherTabs();
rememberFocus();
sendOnce();
// The kiosk has no such place, and keeps nothing.
const update = document.querySelector<HTMLElement>('[data-update]');
if (update) beginOffline(update);
