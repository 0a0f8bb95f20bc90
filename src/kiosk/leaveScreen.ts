import { hearOthers, tellOthers } from './otherTabs.ts';
import { sayFinished } from './writeSign.ts';

/** Why a visit ends: the person is done, or nobody has been there for a while. */
export type Because = 'done' | 'time';

const second = 1000;

/** What a browser keeps for pages. Halte keeps nothing there; what is there all the same goes. */
export const forgetInBrowser = async (): Promise<void> => {
	localStorage.clear();
	sessionStorage.clear();
	const databases = await indexedDB.databases();
	for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
	// Only on addresses that browsers trust: https, and this very machine.
	if (!('caches' in globalThis)) return;
	for (const name of await caches.keys()) await caches.delete(name);
};

const tellServer = async (end: string, because: Because): Promise<boolean> => {
	try {
		const answer = await fetch(end, {
			method: 'POST',
			headers: { accept: 'application/json' },
			body: new URLSearchParams({ because }),
			signal: AbortSignal.timeout(10 * second),
		});
		return answer.status < 500;
	} catch {
		return false;
	}
};

/** Takes everything off the screen but one word of what happened and what works today. */
export const emptyPage = (because: 'offline' | 'elsewhere'): void => {
	const words = document.querySelector<HTMLTemplateElement>(`template[data-emptied="${because}"]`);
	if (!words) return;
	const help = document.querySelector('#help');
	const page = document.createElement('main');
	page.className = 'kiosk-emptied';
	page.append(words.content.cloneNode(true));
	const title = document.createElement('h1');
	title.tabIndex = -1;
	title.textContent = page.firstElementChild?.textContent ?? '';
	page.firstElementChild?.replaceWith(title);
	document.title = 'Halte';
	document.body.replaceChildren(page, ...(help ? [help] : []));
	if (because === 'offline')
		for (const link of document.querySelectorAll('#help a:not([href^="tel:"])')) link.parentElement?.remove();
	title.focus();
};

/**
 * Ends the visit: all its pages are covered, then the server is told, then the browser forgets and goes to the proof.
 * Where the server cannot be told, the page is emptied at once and goes on trying; any page that reaches the server
 * meanwhile brings along that the visit is over, and the server ends it by its own time.
 */
export const leaveScreen = async (end: string, because: Because): Promise<void> => {
	document.documentElement.dataset['leaving'] = '';
	sayFinished();
	tellOthers();
	const go = (): void => location.replace(`${end}?because=${because}`);
	const told = await tellServer(end, because);
	await forgetInBrowser().catch(() => {});
	if (told) return go();
	emptyPage('offline');
	delete document.documentElement.dataset['leaving'];
	const again = setInterval(() => {
		void tellServer(end, because).then((isTold) => {
			if (!isTold) return;
			clearInterval(again);
			go();
		});
	}, 5 * second);
	// Another page did reach it; what goes on there is not this visit any more.
	hearOthers(() => clearInterval(again));
};
