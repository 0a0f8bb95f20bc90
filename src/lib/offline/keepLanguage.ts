import type { Language } from '#lib/domain/languages.ts';
import { cacheOf } from './copies.ts';
import { fetchFiles, filesIn } from './pageFiles.ts';

/** The public pages of one language as the server gives them out to be kept: `/{l}/offline/copies`. */
type Copies = { pages: Record<string, { headers: Record<string, string>; html: string }> };

/** What a page tells the worker when it is there: its language, the files it was made of, and the style sheet inside it. */
export type Visit = {
	type: 'VISIT';
	language: Language;
	files: string[];
	sheet: { address: string; text: string } | null;
};

/** When and by which build the copies of a language were kept; no page has this address. */
const labelOf = (language: Language): string => `/${language}/offline/kept`;
type Label = { version: string; at: number };

/** Counters change their hours: a copy is made anew once it is half a day old. */
const freshFor = 12 * 3600_000;

const isFresh = async (language: Language, version: string): Promise<boolean> => {
	const label = await caches.match(labelOf(language), { cacheName: cacheOf(language) });
	if (!label) return false;
	const kept = (await label.json()) as Label;
	return kept.version === version && Date.now() - kept.at < freshFor;
};

const fetchCopies = async (language: Language): Promise<Copies | null> => {
	// Without cookies: the server cannot know who asks, so nothing of anybody can be in the answer.
	const answer = await fetch(`/${language}/offline/copies`, { credentials: 'omit' }).catch(() => null);
	return answer?.ok ? ((await answer.json()) as Copies) : null;
};

/** Puts all of it in, then takes out what was there before and is not part of it. */
const replaceAll = async (name: string, entries: [string, Response][]): Promise<void> => {
	const cache = await caches.open(name);
	for (const [address, response] of entries) await cache.put(address, response);
	const kept = new Set(entries.map(([address]) => new URL(address, location.origin).href));
	for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url);
};

/** The files that pages name, the sheet among them as the page brought it. */
const filesOf = async ({ files, sheet }: Visit, pages: { html: string }[]): Promise<[string, Response][]> => {
	const named = new Set(pages.flatMap(({ html }) => filesIn(html)));
	const isInside = sheet !== null && named.delete(sheet.address);
	const found = await fetchFiles(new Set(files), named);
	if (isInside)
		found.push([sheet.address, new Response(sheet.text, { headers: { 'content-type': 'text/css' } })]);
	return found;
};

/**
 * Keeps the public pages of a language with the files they are made of, unless it has them from this build and not long
 * ago. What it kept before stays until all of the new is there. Returns whether it kept anything anew.
 */
export const keepLanguage = async (visit: Visit, version: string): Promise<boolean> => {
	const { language } = visit;
	if (await isFresh(language, version)) return false;
	const copies = await fetchCopies(language);
	if (!copies) return false;
	const pages = Object.entries(copies.pages);
	await replaceAll(cacheOf(language), [
		...(await filesOf(
			visit,
			pages.map(([, page]) => page),
		)),
		...pages.map(([address, { headers, html }]): [string, Response] => [
			address,
			new Response(html, { headers }),
		]),
		[labelOf(language), Response.json({ version, at: Date.now() } satisfies Label)],
	]);
	return true;
};
