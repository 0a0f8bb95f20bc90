import type { Language } from '#lib/domain/languages.ts';

const prefix = 'halte-pages-';

/** The cache that holds the public pages of a language and the files they are made of. */
export const cacheOf = (language: Language): string => prefix + language;

/** The languages whose pages are kept, the one kept last first. */
const languagesKept = async (): Promise<Language[]> => {
	const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
	return names.toReversed().map((name) => name.slice(prefix.length) as Language);
};

/** The copy kept of a public page, whatever was asked of it after the `?`; undefined when there is none. */
export const copyOf = async ({ pathname }: Pick<URL, 'pathname'>): Promise<Response | undefined> => {
	const named = pathname.split('/')[1];
	const language = (await languagesKept()).find((each) => each === named);
	return language && caches.match(pathname, { cacheName: cacheOf(language) });
};

/** The page that says there is no network, in the language of the address, else in one that was visited; its `state` after the `?`. */
export const offlinePage = async (
	{ pathname }: Pick<URL, 'pathname'>,
	state: '' | '?unsent' = '',
): Promise<Response | undefined> => {
	const named = pathname.split('/')[1];
	const kept = await languagesKept();
	const language = kept.find((each) => each === named) ?? kept[0];
	return language && caches.match(`/${language}/offline${state}`, { cacheName: cacheOf(language) });
};

/** A file kept with any of the languages; undefined when there is none. */
export const keptFile = (request: Request): Promise<Response | undefined> =>
	caches.match(request, { ignoreVary: true });

/** The windows that read a copy because the server did not answer, by what the browser calls them. */
const readingCopies = new Set<string>();

/** Remembers that this window reads a copy. */
export const readsCopy = (window: string): void => void readingCopies.add(window);

/** Whether this window reads a copy: then its files are those kept with it. A worker that slept in between has forgotten. */
export const isReadingCopy = (window: string): boolean => readingCopies.has(window);
