import { ownerOfPage } from './ownerOfPage.ts';

// Messages on this device need a script and a browser that can show them; SMS, e-mail and letters do not. The page
// brings the words, in its own language.

type Outcome = 'cancelled' | 'away';

const bytesOf = (key: string): Uint8Array<ArrayBuffer> => {
	const plain = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};

/** The browser's address for messages; null when the person, or the browser, does not want to. */
const subscribe = async (key: string): Promise<PushSubscription | null> => {
	try {
		if ((await Notification.requestPermission()) !== 'granted') return null;
		// The worker of every page (src/lib/offline/beginOffline.ts); there is none on plain http.
		if (!(await navigator.serviceWorker.getRegistration())) return null;
		const { pushManager } = await navigator.serviceWorker.ready;
		// One made for other keys would never be written to.
		await (await pushManager.getSubscription())?.unsubscribe();
		return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
	} catch {
		return null;
	}
};

const allow = async ({ key = '', keep = '' }: DOMStringMap): Promise<Outcome> => {
	const subscription = await subscribe(key);
	if (!subscription) return 'cancelled';
	try {
		const answer = await fetch(keep, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...ownerOfPage() },
			body: JSON.stringify(subscription),
		});
		if (!answer.ok) return 'away';
		const { to } = (await answer.json()) as { to: string };
		location.assign(to);
		return await new Promise<never>(() => {});
	} catch {
		return 'away';
	}
};

const offer = (place: HTMLElement): void => {
	const button = place.querySelector('button');
	const status = place.querySelector('[role="status"]');
	if (!button || !status) return;
	place.hidden = false;
	button.addEventListener('click', () => {
		button.disabled = true;
		status.textContent = '';
		void allow(place.dataset).then((outcome) => {
			button.disabled = false;
			status.textContent = place.dataset[outcome] ?? '';
		});
	});
};

if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)
	for (const place of document.querySelectorAll<HTMLElement>('[data-push]')) offer(place);
