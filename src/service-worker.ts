// Lets the public pages open without a network, and shows messages on a device whose owner asked for them. It keeps only
// what it asked for itself, without cookies: nothing of anybody.
import { version } from '$service-worker';
import { registerRoute } from 'workbox-routing';
import { isOfKiosk } from '#lib/i18n/kioskAddress.ts';
import { answerPage, sendForm } from '#lib/offline/answerPages.ts';
import { answerScript } from '#lib/offline/answerScript.ts';
import { keptFile } from '#lib/offline/copies.ts';
import { keepLanguage } from '#lib/offline/keepLanguage.ts';
import type { Visit } from '#lib/offline/keepLanguage.ts';
import { showPushed } from '#lib/offline/showPushed.ts';
import { answerVerifier, fetchVerifierData, isVerifierData } from '#lib/offline/verifierData.ts';
import { worker } from '#lib/offline/workerScope.ts';

// The kiosk looks after itself, and nothing there is ever answered from here.
const isPage = ({ url, request }: { url: URL; request: Request }): boolean =>
	request.mode === 'navigate' && url.origin === location.origin && !isOfKiosk(url.pathname);

/** Signing out goes straight to the server: what its answer empties, the browser itself empties. */
const isLeaving = ({ search }: URL): boolean => search.startsWith('?/signOut');

registerRoute(isPage, answerPage);
registerRoute((asked) => isPage(asked) && !isLeaving(asked.url), sendForm, 'POST');
registerRoute(
	({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_app/immutable/'),
	async ({ request }) => (await keptFile(request)) ?? fetch(request),
);
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/scripts/'), answerScript);
registerRoute(isVerifierData, answerVerifier);

worker.addEventListener('install', (event) => event.waitUntil(fetchVerifierData(event)));
worker.addEventListener('message', (event) => {
	const said = event.data as Visit | { type: 'SKIP_WAITING' };
	// A new worker waits until the person says so on a page, or until no page is open any more.
	if (said.type === 'SKIP_WAITING') void worker.skipWaiting();
	// The list of what was revoked grows old: it is renewed as often as the pages are.
	if (said.type === 'VISIT')
		event.waitUntil(
			keepLanguage(said, version).then((anew) => (anew ? fetchVerifierData(event) : undefined)),
		);
});
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
showPushed();
