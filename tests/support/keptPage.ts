import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { bringAxe } from './pageChecks.ts';

/** The size in which each page is opened. */
export const firstSize = { width: 1280, height: 800 };

/**
 * Opens a page that is kept for many tests: hundreds of pages are looked at, and a browser that has read their styles,
 * letters and checkers before reads them in half the time. No service worker: what is kept for later is no part of how a
 * page is read.
 */
export const openKeptPage = async (browser: Browser, options: BrowserContextOptions): Promise<Page> => {
	const context = await browser.newContext({ ...options, serviceWorkers: 'block', viewport: firstSize });
	const page = await context.newPage();
	await bringAxe(page);
	return page;
};

/** Empties the kept page of everything that the test before left there. */
export const emptyKeptPage = async (page: Page): Promise<void> => {
	await page.context().setOffline(false);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.emulateMedia({ forcedColors: null, reducedMotion: null });
	await page.setViewportSize(firstSize);
	await page.context().clearCookies();
	// What a page wrote down for itself, if it comes from us.
	await page.evaluate(() => location.origin === 'null' || (localStorage.clear(), sessionStorage.clear()));
};
