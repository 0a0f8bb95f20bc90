import type { BrowserContext, Page } from '@playwright/test';
import { bringAxe } from './pageChecks.ts';
import { test } from './test.ts';

/** The size in which each page is opened. */
export const firstSize = { width: 1280, height: 800 };

const forget = async (context: BrowserContext, page: Page): Promise<void> => {
	await context.setOffline(false);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.emulateMedia({ forcedColors: null, reducedMotion: null });
	await page.setViewportSize(firstSize);
	await context.clearCookies();
	// What a page wrote down for itself, if it comes from us.
	await page.evaluate(() => location.origin === 'null' || (localStorage.clear(), sessionStorage.clear()));
};

/**
 * The test with one page a worker, emptied of everything between tests: hundreds of pages are looked at, and a browser
 * that has read their styles, letters and checkers before reads them in half the time. No service worker: what is kept for
 * later is no part of how a page is read.
 */
export const testOnKeptPage = test.extend<object, { keptPage: Page }>({
	keptPage: [
		async ({ browser }, use, { project }) => {
			const { baseURL, locale, timezoneId } = project.use;
			const context = await browser.newContext({
				baseURL,
				locale,
				timezoneId,
				serviceWorkers: 'block',
				viewport: firstSize,
			});
			const page = await context.newPage();
			await bringAxe(page);
			await use(page);
			await context.close();
		},
		{ scope: 'worker' },
	],
	context: async ({ keptPage }, use) => {
		await use(keptPage.context());
	},
	page: async ({ keptPage, context }, use) => {
		await forget(context, keptPage);
		await use(keptPage);
	},
});
