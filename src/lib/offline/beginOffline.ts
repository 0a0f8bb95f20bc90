import { isLanguage } from '#lib/domain/languages.ts';
import type { Visit } from './keepLanguage.ts';
import { offerInstall } from './offerInstall.ts';
import { offerUpdate } from './offerUpdate.ts';
import { Workbox } from 'workbox-window';

/** What Chromium knows of the line; no standard yet. */
const { connection } = navigator as Navigator & { connection?: { saveData: boolean } };

/** The files this page was made of. */
const filesLoaded = (): string[] =>
	performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.filter(
			({ origin, pathname }) => origin === location.origin && /^\/(_app\/immutable|scripts)\//.test(pathname),
		)
		.map(({ pathname }) => pathname);

/** The style sheet, where it came inside the page: it need not come a second time. */
const sheetInside = (): Visit['sheet'] => {
	const sheet = document.querySelector<HTMLElement>('style[data-sheet]');
	return sheet && { address: sheet.dataset['sheet'] ?? '', text: sheet.textContent };
};

/** Registers the worker, and tells it which language is read here, so that it keeps the public pages of that language. */
const register = async (workbox: Workbox): Promise<void> => {
	await workbox.register({ immediate: true });
	const { active } = await navigator.serviceWorker.ready;
	const language = document.documentElement.lang;
	// Whoever told their browser to spend little keeps nothing for later.
	if (!active || !isLanguage(language) || connection?.saveData) return;
	const visit: Visit = { type: 'VISIT', language, files: filesLoaded(), sheet: sheetInside() };
	active.postMessage(visit);
};

/** Lets the public pages open without a network, and offers what the browser can add. Without it all pages work online. */
export const beginOffline = (update: HTMLElement): void => {
	const install = document.querySelector<HTMLElement>('[data-install]');
	if (install) offerInstall(install);
	// On plain http there is none.
	if (!('serviceWorker' in navigator)) return;
	const workbox = new Workbox('/service-worker.js', { scope: '/' });
	offerUpdate(workbox, update);
	// First the page, then what it may need without a network.
	const start = () => setTimeout(() => void register(workbox).catch(() => {}), 0);
	if (document.readyState === 'complete') start();
	else window.addEventListener('load', start);
};
