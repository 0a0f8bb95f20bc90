import { Workbox } from 'workbox-window';

let known: Workbox | null | undefined;

/** The one service worker of this site, as pages see it; null where the browser has none, as on plain http. */
export const halteWorker = (): Workbox | null => {
	if (known === undefined)
		known = 'serviceWorker' in navigator ? new Workbox('/service-worker.js', { scope: '/' }) : null;
	return known;
};

/** Registers the service worker, once a page; resolves when it works. Null where there is none. */
export const register = async (): Promise<ServiceWorkerRegistration | null> => {
	await halteWorker()?.register({ immediate: true });
	return navigator.serviceWorker?.ready ?? null;
};
