import type { Page } from '@playwright/test';

/** Keeps the last page from going back to the first one while it is looked at. */
export const stayAtTheEnd = async (page: Page): Promise<void> => {
	// An answer without a page: the browser stays where it is.
	await page.route(/\/fr\/kiosk$/, (route) => route.fulfill({ status: 204 }));
	// The language that the visit brought along is a trace, and would be found.
	await page.context().clearCookies();
	await page.locator('[data-result="clean"]').waitFor();
};

const home = { route: '/[lang=lang]/kiosk/home', path: '/kiosk/home' };

/** The pages that only the kiosk has, in their states. */
export const kioskStates = [
	{ route: '/[lang=lang]/kiosk', state: 'the first question', path: '/kiosk' },
	{ ...home, state: 'the doors' },
	{
		...home,
		state: 'are you still there?',
		act: (page: Page) =>
			page.evaluate(() => document.querySelector<HTMLDialogElement>('.kiosk-cover')?.showModal()),
	},
	{
		...home,
		state: 'all languages',
		act: (page: Page) => page.locator('.kiosk-bar summary').click(),
	},
	{
		...home,
		state: 'emptied without a network',
		act: async (page: Page) => {
			await page.context().setOffline(true);
			await page.locator('[data-finish] button').click();
			await page.locator('.kiosk-emptied').waitFor();
		},
	},
	{ route: '/[lang=lang]/kiosk/end', state: 'the proof', path: '/kiosk/end', act: stayAtTheEnd },
	{
		route: '/[lang=lang]/kiosk/end',
		state: 'something is left',
		path: '/kiosk/end',
		act: (page: Page) => page.locator('[data-result="left"]').waitFor(),
	},
];
