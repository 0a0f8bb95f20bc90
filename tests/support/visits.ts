import type { Page } from '@playwright/test';
import type { Language } from '#lib/domain/languages.ts';
type StageName = string;

/** A page in one of its states: how to get there, and as whom. */
export type Visit = {
	/** The route as the file tree names it. */
	route: string;
	state: string;
	/** The address behind the language: `/courses`; with `bare` it is the whole address. */
	path: string;
	bare?: boolean;
	/** Signed in as a demonstration person of this stage; nobody when left out. */
	as?: StageName;
	/** What to do there before looking: fill in, send. */
	act?: (page: Page, language: Language) => Promise<void>;
	/** The answer's status when it is not 200. */
	status?: number;
};

const send = async (page: Page) => {
	await page.locator('form#answers button.button--main').click();
	await page.waitForLoadState();
};

/** Every page in every state worth looking at. A page of the file tree without a visit fails the suite. */
export const visits: Visit[] = [
	{ route: '/', state: 'the first question', path: '/', bare: true },
	{ route: '/[lang=lang]', state: 'the four doors', path: '' },
	{ route: '/[lang=lang]/language', state: 'without scripts', path: '/language?to=/fr/check' },
	{ route: 'error', state: 'a page that is not there', path: '/no-such-page', status: 404 },
	{ route: 'error', state: 'an address that is not there', path: '/no-such-page', bare: true, status: 404 },
];

export { send };
