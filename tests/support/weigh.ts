import type { Browser } from '@playwright/test';
import type { Language } from '#lib/domain/languages.ts';
import { visitOnce } from './offline.ts';
import { layWire } from './wire.ts';

/** What one page brings over the wire to a fresh phone, in bytes, headers and all. */
export type PageWeight = {
	/** The page and everything it is made of. */
	first: number;
	/** Of these, scripts. */
	scripts: number;
	/** The same page again. */
	again: number;
};

/** The bars: a first visit, the scripts of it, a visit again. */
export const bars: PageWeight = { first: 110_000, scripts: 40_000, again: 15_000 };

/** The bar of what the service worker brings after the first page of a language, once: itself, and all it keeps. */
export const barOfKept = 40_000;

const onWire = async <Result>(
	browser: Browser,
	origin: string,
	serviceWorkers: 'allow' | 'block',
	work: (on: {
		context: Awaited<ReturnType<Browser['newContext']>>;
		wire: Awaited<ReturnType<typeof layWire>>;
	}) => Promise<Result>,
): Promise<Result> => {
	const wire = await layWire(origin);
	const context = await browser.newContext({
		...{ baseURL: wire.origin, viewport: { width: 360, height: 740 }, serviceWorkers },
	});
	try {
		return await work({ context, wire });
	} finally {
		await context.close();
		await wire.stop();
	}
};

/** Visits a page twice, as somebody with these cookies, and counts what comes. */
export const weighPage = (
	browser: Browser,
	origin: string,
	address: string,
	cookies: Iterable<[string, string]> = [],
): Promise<PageWeight> =>
	onWire(browser, origin, 'block', async ({ context, wire }) => {
		await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: wire.origin })));
		const page = await context.newPage();
		await page.goto(address, { waitUntil: 'networkidle' });
		const first = wire.weight();
		await page.goto('about:blank');
		await page.goto(address, { waitUntil: 'networkidle' });
		return { first: first.all, scripts: first.scripts, again: wire.weight().all - first.all };
	});

/** What the first page of a language weighs with its service worker, all that this keeps, and the same page again. */
export const weighKept = async (
	browser: Browser,
	origin: string,
	language: Language,
): Promise<{ kept: number; again: number }> => {
	const alone = await weighPage(browser, origin, `/${language}`);
	return onWire(browser, origin, 'allow', async ({ context, wire }) => {
		const page = await context.newPage();
		await visitOnce(page, language);
		await wire.quiet();
		const first = wire.weight().all;
		await page.goto('about:blank');
		await page.goto(`/${language}`, { waitUntil: 'networkidle' });
		await wire.quiet();
		return { kept: first - alone.first, again: wire.weight().all - first };
	});
};

/** Bytes as people read them. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
