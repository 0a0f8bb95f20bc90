// Shows messages on a device whose owner asked for it, and leads to their page. It keeps and fetches nothing.

/** What of a service worker is used here (Service Workers, Push API, Notifications): its library and the pages' exclude each other. */
type Scope = {
	addEventListener(type: string, hear: (event: WorkerEvent) => void): void;
	skipWaiting(): Promise<void>;
	registration: { showNotification(title: string, options: object): Promise<void> };
	clients: {
		matchAll(of: { type: 'window' }): Promise<{ url: string; focus(): Promise<unknown> }[]>;
		openWindow(url: string): Promise<unknown>;
	};
};
type WorkerEvent = {
	waitUntil(work: Promise<unknown>): void;
	data?: { json(): unknown };
	notification: { close(): void; data: { url?: string } | null };
};

const worker = globalThis as unknown as Scope;

const read = ({ data }: WorkerEvent): { title?: string; url?: string } => {
	try {
		return (data?.json() ?? {}) as { title?: string; url?: string };
	} catch {
		// Browsers want something shown for each message; what cannot be read still says who wrote.
		return {};
	}
};

worker.addEventListener('push', (event) => {
	const { title = 'Halte', url = '/', ...rest } = read(event);
	event.waitUntil(worker.registration.showNotification(title, { ...rest, data: { url } }));
});

const goTo = async (url: string): Promise<void> => {
	const windows = await worker.clients.matchAll({ type: 'window' });
	const there = windows.find((each) => new URL(each.url).pathname === url);
	await (there ? there.focus() : worker.clients.openWindow(url));
};

worker.addEventListener('notificationclick', (event) => {
	event.notification.close();
	const url = event.notification.data?.url ?? '/';
	// Only a page of this site, whatever the message said.
	if (/^\/(?!\/)/.test(url)) event.waitUntil(goTo(url));
});

// The newest one serves at once: there is nothing of an older one to finish.
worker.addEventListener('install', () => void worker.skipWaiting());
