import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Language } from '#lib/domain/languages.ts';
import { isKept, visitOnce } from './offline.ts';
import { cookiesFor } from './visitor.ts';
import { layWire } from './wire.ts';
import type { Weight, Wire } from './wire.ts';

/** What one page brings over the wire to a phone, in bytes, headers and all. */
export type PageWeight = {
	/** The page and everything it is made of. */
	first: number;
	/** Of these, scripts. */
	scripts: number;
	/** The same page another day. */
	again: number;
};

/** The bars: a first visit, the scripts of it, a visit again. */
export const bars: PageWeight = { first: 110_000, scripts: 40_000, again: 15_000 };

/** Our own bar of what the service worker brings after the first page of a language, once. */
export const barOfKept = 56_000;

/** Goes to a page and waits until nothing comes any more: letters are asked for when they are to be drawn. */
const goAndWait = async (page: Page, wire: Wire, address: string): Promise<void> => {
	await page.goto(address);
	await page.evaluate(async () => {
		for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
		await document.fonts.ready;
	});
	await wire.quiet();
};

/** A page to be weighed, and the cookies with which it is asked for. */
type Weighed = { address: string; cookies?: Iterable<[string, string]> };

const phone = { viewport: { width: 360, height: 740 } };

const onWire = async <Result>(
	browser: Browser,
	origin: string,
	work: (on: { context: BrowserContext; wire: Wire }) => Promise<Result>,
): Promise<Result> => {
	const wire = await layWire(origin);
	const context = await browser.newContext({ ...phone, baseURL: wire.origin });
	try {
		return await work({ context, wire });
	} finally {
		await context.close();
		await wire.stop();
	}
};

/**
 * What each of these pages brings to a phone that was never here, all but the work of the service worker: see
 * {@link weighKept}. Each comes over a wire of its own, from an address of which the browser has kept nothing yet.
 */
export const weighFirst = async (browser: Browser, origin: string, pages: Weighed[]): Promise<Weight[]> => {
	const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
	const page = await context.newPage();
	const weights: Weight[] = [];
	for (const { address, cookies = [] } of pages) {
		const wire = await layWire(origin);
		// Cookies alone do not tell one port of a host from another.
		await context.clearCookies();
		await context.addCookies(cookiesFor(cookies, wire.origin));
		await goAndWait(page, wire, wire.origin + address);
		weights.push(wire.weight());
		await wire.stop();
	}
	await context.close();
	return weights;
};

/** What each of these pages brings to a phone that was there before, and which addresses it asks for, in their order. */
export const weighAgain = (
	browser: Browser,
	origin: string,
	language: Language,
	pages: Weighed[],
): Promise<{ weight: number; asked: string[] }[]> =>
	onWire(browser, origin, async ({ context, wire }) => {
		const page = await context.newPage();
		await visitOnce(page, language);
		const again: { weight: number; asked: string[] }[] = [];
		for (const { address, cookies = [] } of pages) {
			// Nobody's visit is still open: to end one at the counter throws away what the browser kept.
			await context.clearCookies({ name: /sign-in|check|draft|kiosk/ });
			// And where that happened at the page before, this phone has been there once more.
			if (!(await isKept(page, language))) await visitOnce(page, language);
			await context.addCookies(cookiesFor(cookies, wire.origin));
			await goAndWait(page, wire, address);
			await page.goto('about:blank');
			// An address typed into a visit at the counter ends it, and all that the browser kept with it.
			await context.clearCookies({ name: /kiosk/ });
			const [before, askedBefore] = [wire.weight().all, wire.asked().length];
			await goAndWait(page, wire, address);
			again.push({ weight: wire.weight().all - before, asked: wire.asked().slice(askedBefore) });
		}
		return again;
	});

/** What the service worker brings after the first page of a language, once: itself, and all that it keeps. */
export const weighKept = async (browser: Browser, origin: string, language: Language): Promise<number> => {
	const [alone] = await weighFirst(browser, origin, [{ address: `/${language}` }]);
	return onWire(browser, origin, async ({ context, wire }) => {
		await visitOnce(await context.newPage(), language);
		await wire.quiet();
		return wire.weight().all - (alone?.all ?? 0);
	});
};

/** Bytes as people read them. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
