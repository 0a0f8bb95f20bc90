import { worker } from './workerScope.ts';
import type { WorkerEvent } from './workerScope.ts';

type Pushed = { title?: string; url?: string };

const read = ({ data }: WorkerEvent): Pushed => {
	try {
		return ((data as { json(): unknown } | null)?.json() ?? {}) as Pushed;
	} catch {
		// Browsers want something shown for each message; what cannot be read still says who wrote.
		return {};
	}
};

const goTo = async (url: string): Promise<void> => {
	const windows = await worker.clients.matchAll({ type: 'window' });
	const there = windows.find((each) => new URL(each.url).pathname === url);
	await (there ? there.focus() : worker.clients.openWindow(url));
};

/** Shows messages on a device whose owner asked for them, and leads to their page. */
export const showPushed = (): void => {
	worker.addEventListener('push', (event) => {
		const { title = 'Halte', url = '/', ...rest } = read(event);
		event.waitUntil(worker.registration.showNotification(title, { ...rest, data: { url } }));
	});
	worker.addEventListener('notificationclick', (event) => {
		event.notification.close();
		const url = event.notification.data?.url ?? '/';
		// Only a page of this site, whatever the message said.
		if (/^\/(?!\/)/.test(url)) event.waitUntil(goTo(url));
	});
};
