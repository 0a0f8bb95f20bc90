/** Where the worker keeps what a verifier needs; at a counter and on plain http there is none. */
const name = 'halte-verify';
/** Nothing is served at this address. */
const address = '/api/v1/attestations/status?good';

const isKept = (): Promise<boolean> =>
	'caches' in globalThis ? caches.has(name).catch(() => false) : Promise.resolve(false);

/** Keeps the keys and the list as they came, once their signature was found right, for days on which nothing good comes. */
export const keepGood = async (said: unknown[]): Promise<void> => {
	if (await isKept()) await (await caches.open(name)).put(address, Response.json(said)).catch(() => {});
};

/** The keys and the list that were found right last; an empty list when none were kept. */
export const keptGood = async (): Promise<unknown[]> => {
	const kept = (await isKept()) ? await caches.match(address, { cacheName: name }) : undefined;
	return kept ? ((await kept.json()) as unknown[]) : [];
};
