/** Everything that Halte could have left in this browser, by name; `cookiesSeen` is what the server still gets of it. */
export const findTraces = async (cookiesSeen: string): Promise<string[]> => {
	const answer = await fetch(cookiesSeen, { cache: 'no-store' });
	const cookies = (await answer.json()) as string[];
	const databases = await indexedDB.databases();
	const cacheNames = 'caches' in globalThis ? await caches.keys() : [];
	const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : [];
	return [
		...cookies,
		...document.cookie.split('; ').filter((cookie) => cookie.includes('halte-')),
		...Object.keys(localStorage),
		...Object.keys(sessionStorage),
		...databases.map(({ name }) => name ?? 'database'),
		...cacheNames,
		...workers.map(({ scope }) => scope),
	];
};
