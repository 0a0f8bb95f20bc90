// Lets the public pages open without a network, and offers what the browser can add. Without it all pages work online.
import { isLanguage } from '#lib/domain/languages.ts';
import type { Visit } from '#lib/offline/keepLanguage.ts';
import { offerInstall } from '#lib/offline/offerInstall.ts';
import { offerUpdate } from '#lib/offline/offerUpdate.ts';
import { halteWorker, register } from '#lib/offline/register.ts';

/** The files this page was made of. */
const filesLoaded = (): string[] =>
	performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.filter(
			({ origin, pathname }) => origin === location.origin && /^\/(_app\/immutable|scripts)\//.test(pathname),
		)
		.map(({ pathname }) => pathname);

/** What Chromium knows of the line; no standard yet. */
const { connection } = navigator as Navigator & { connection?: { saveData: boolean } };

const begin = async (): Promise<void> => {
	const active = (await register())?.active;
	const language = document.documentElement.lang;
	if (!active || !isLanguage(language)) return;
	// Whoever told their browser to spend little keeps nothing for later.
	if (connection?.saveData) return;
	active.postMessage({ type: 'VISIT', language, files: filesLoaded() } satisfies Visit);
};

const placeOf = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`);

const workbox = halteWorker();
const update = placeOf('update');
const install = placeOf('install');
if (workbox && update) offerUpdate(workbox, update);
if (install) offerInstall(install);
// First the page, then what it may need without a network.
const start = () => setTimeout(() => void begin().catch(() => {}), 0);
if (document.readyState === 'complete') start();
else window.addEventListener('load', start);
