import type { Language } from '#lib/domain/languages.ts';

/** The public pages of one language as the server gives them out to be kept: `/{l}/offline/copies`. */
export type Copies = { pages: Record<string, { headers: Record<string, string>; html: string }> };

/** What a page tells the worker when it is there: its language, and the files it was made of. */
export type Visit = { type: 'VISIT'; language: Language; files: string[] };

const prefix = 'halte-pages-';
/** When and by which build the copies of a language were kept; no page has this address. */
const labelOf = (language: Language): string => `/${language}/offline/kept`;
const cacheOf = (language: Language): string => prefix + language;

/** Counters change their hours: a copy is made anew once it is half a day old. */
const freshFor = 12 * 3600_000;

type Label = { version: string; at: number };

const isFresh = async (language: Language, version: string): Promise<boolean> => {
	const label = await caches.match(labelOf(language), { cacheName: cacheOf(language) });
	if (!label) return false;
	const kept = (await label.json()) as Label;
	return kept.version === version && Date.now() - kept.at < freshFor;
};

const filesIn = (html: string): string[] =>
	[...html.matchAll(/["'(](\/_app\/immutable\/[^"')\s]+)/g)].map(([, file]) => file ?? '');

const fetchFile = async (file: string): Promise<[string, Response] | null> => {
	// Their names change with their content: what the page has just loaded need not come over the wire again.
	const response = await fetch(file, { credentials: 'omit', cache: 'force-cache' }).catch(() => null);
	return response?.ok ? [file, response] : null;
};

const fetchCopies = async (language: Language): Promise<Copies | null> => {
	// Without cookies: the server cannot know who asks, so nothing of anybody can be in the answer.
	const answer = await fetch(`/${language}/offline/copies`, { credentials: 'omit' }).catch(() => null);
	return answer?.ok ? ((await answer.json()) as Copies) : null;
};

/**
 * Keeps the public pages of a language with the files they are made of, unless it has them from this build and not long
 * ago. What it kept before stays until all of the new is there.
 */
export const keepLanguage = async ({ language, files }: Visit, version: string): Promise<void> => {
	if (await isFresh(language, version)) return;
	const copies = await fetchCopies(language);
	if (!copies) return;
	const named = Object.values(copies.pages).flatMap(({ html }) => filesIn(html));
	const fetched = await Promise.all([...new Set([...files, ...named])].map(fetchFile));
	const entries: [string, Response][] = [
		...fetched.filter((each) => each !== null),
		...Object.entries(copies.pages).map(([address, { headers, html }]): [string, Response] => [
			address,
			new Response(html, { headers }),
		]),
		[labelOf(language), Response.json({ version, at: Date.now() } satisfies Label)],
	];
	const cache = await caches.open(cacheOf(language));
	for (const [address, response] of entries) await cache.put(address, response);
	const kept = new Set(entries.map(([address]) => new URL(address, location.origin).href));
	for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
};

/** The languages whose pages are kept, the one visited last first. */
const languagesKept = async (): Promise<Language[]> => {
	const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
	return names.toReversed().map((name) => name.slice(prefix.length) as Language);
};

/** The copy kept of a public page, whatever was asked of it after the `?`; undefined when there is none. */
export const copyOf = async ({ pathname }: Pick<URL, 'pathname'>): Promise<Response | undefined> => {
	const [, named = ''] = pathname.split('/');
	for (const language of await languagesKept())
		if (language === named) return caches.match(pathname, { cacheName: cacheOf(language) });
	return undefined;
};

/** The page that says there is no network, in the language of the address, else in one that was visited; its `state` after the `?`. */
export const offlinePage = async (
	{ pathname }: Pick<URL, 'pathname'>,
	state: '' | '?unsent' = '',
): Promise<Response | undefined> => {
	const [, named = ''] = pathname.split('/');
	const kept = await languagesKept();
	const language = kept.find((each) => each === named) ?? kept[0];
	return language && caches.match(`/${language}/offline${state}`, { cacheName: cacheOf(language) });
};

/** A file kept with any of the languages; undefined when there is none. */
export const keptFile = (request: Request): Promise<Response | undefined> =>
	caches.match(request, { ignoreVary: true });
