import { expect } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Language } from '#lib/domain/languages.ts';
import { layWire } from './wire.ts';
import type { Wire } from './wire.ts';

/** The public pages that open without a network once their language was visited. */
export const keptPaths = ['', '/help', '/offices', '/check', '/verify'];

/** Whether the worker has kept what it keeps of a language. */
export const isKept = (page: Page, language: Language): Promise<boolean> =>
	page.evaluate((address) => caches.match(address).then(Boolean), `/${language}/offline/kept`);

/** Visits one page of a language, and waits until the worker has kept what it keeps. */
export const visitOnce = async (page: Page, language: Language, path = ''): Promise<void> => {
	await page.goto(`/${language}${path}`);
	await expect.poll(() => isKept(page, language)).toBe(true);
};

/** Everything that any cache of this site holds: addresses, and what stands there. */
export const cached = (page: Page): Promise<{ address: string; body: string }[]> =>
	page.evaluate(async () => {
		const found: { address: string; body: string }[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const { pathname, search } = new URL(request.url);
				const body = (await (await cache.match(request))?.text()) ?? '';
				found.push({ address: pathname + search, body });
			}
		}
		return found;
	});

/** What the site keeps on this browser besides caches and cookies. */
export const stored = (page: Page): Promise<string> =>
	page.evaluate(async () =>
		JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
	);

/** Takes the network away, does something, and gives it back. */
export const withoutNetwork = async (context: BrowserContext, work: () => Promise<void>): Promise<void> => {
	await context.setOffline(true);
	try {
		await work();
	} finally {
		await context.setOffline(false);
	}
};

/** A phone that reaches the Halte by a wire, and the wire. */
export const onWire = async (
	browser: Browser,
	origin: string,
	work: (on: { page: Page; context: BrowserContext; wire: Wire }) => Promise<void>,
): Promise<void> => {
	const wire = await layWire(origin);
	const context = await browser.newContext({ baseURL: wire.origin });
	try {
		await work({ page: await context.newPage(), context, wire });
	} finally {
		await context.close();
		await wire.stop();
	}
};

/** As if all that is kept of a language were kept long ago. */
export const makeOld = (page: Page, language: Language): Promise<void> =>
	page.evaluate(async (tag) => {
		const cache = await caches.open(`halte-pages-${tag}`);
		const label = `/${tag}/offline/kept`;
		const kept = (await (await cache.match(label))?.json()) as object;
		await cache.put(label, Response.json({ ...kept, at: 0 }));
	}, language);

/** When what is kept of a language was kept. */
export const keptAt = (page: Page, language: Language): Promise<number> =>
	page.evaluate(
		async (label) => ((await (await caches.match(label))?.json()) as { at: number }).at,
		`/${language}/offline/kept`,
	);
