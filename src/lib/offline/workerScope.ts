/**
 * What of a service worker is used here (Service Workers, Push API, Notifications): TypeScript's library for workers and
 * the one for pages exclude each other.
 */
export type WorkerScope = {
	addEventListener(type: string, hear: (event: WorkerEvent) => void): void;
	skipWaiting(): Promise<void>;
	registration: { showNotification(title: string, options: object): Promise<void> };
	clients: {
		claim(): Promise<void>;
		matchAll(of: { type: 'window' }): Promise<{ url: string; focus(): Promise<unknown> }[]>;
		openWindow(url: string): Promise<unknown>;
	};
};

/** An event of the worker: a message of a page, a push, a press on what was shown. */
export type WorkerEvent = {
	waitUntil(work: Promise<unknown>): void;
	data?: unknown;
	notification: { close(): void; data: { url?: string } | null };
};

/** A page, or a file of one, is asked for: by which window, and for which one to come. */
export type FetchEvent = {
	preloadResponse?: Promise<Response | undefined>;
	clientId: string;
	resultingClientId: string;
};

/** The worker itself. */
export const worker = globalThis as unknown as WorkerScope;
