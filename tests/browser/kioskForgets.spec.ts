import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import type { Language } from '#lib/domain/languages.ts';
import { showLetterCode } from '#lib/domain/letterCode.ts';
import type { Deps } from '#lib/services/ports.ts';
import { byHand } from '../support/byHand.ts';
import { laterTime } from '../support/callWindow.ts';
import { moveHand } from '../support/hands.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { cookiesOnDisk, marksOnDisk, openProfile, profileBrowser } from '../support/profile.ts';
import type { ProfileBrowser } from '../support/profile.ts';
import { stopClock } from '../support/stopClock.ts';
import { expect, origin, test } from '../support/test.ts';

test.skip(() => profileBrowser() === null, 'no browser here keeps a profile on the disk');

// Two people one after the other at one screen, in one profile of one browser, and everything by which the first can be
// known: what they typed, who they are, what they were given. Nothing of it may be found by the second, or on the disk.

type First = {
	dossier: string;
	code: string;
	language: Language;
	/** Most of what a visit is for is done without a name. */
	signsIn: boolean;
	marks: Record<string, string>;
};

const word = (): string =>
	randomUUID()
		.replaceAll(/[^a-f]/g, '')
		.slice(0, 4)
		.padEnd(4, 'q');

/** Somebody with a name, a number and an address that nobody else in the world has. */
const newFirst = async (deps: Deps, language: Language, signsIn = true): Promise<First> => {
	const givenNames = `Zyx${word()}wulf`;
	const dossier = await openNewcomer(deps, { givenNames, familyName: `Quax${word()}bir` });
	const code = await giveLetter(deps, dossier);
	const marks = {
		'the name': givenNames,
		'the letter code': showLetterCode(code),
		'the letter code as it is': code,
		'the number': `047${randomInt(1_000_000, 9_999_999)}`,
		'the address': `mark-${randomUUID()}@example.org`,
		'the other person': `Vrpt${word()}moz`,
		'the complaint': `Klqz ${word()} wxqv`,
	};
	return { dossier, code, language, signsIn, marks };
};

const begin = async (page: Page, language: Language): Promise<void> => {
	await page.goto(`${origin()}/fr/kiosk`);
	await page.locator(`.languages button[value="${language}"]`).click();
	await page.waitForURL(`**/${language}/kiosk/home`);
};

/** Types at every place where one can, signs in, and asks to be called: the page of the request stays open. */
const doEverything = async (page: Page, first: First): Promise<void> => {
	const { language, signsIn, marks } = first;
	const at = (path: string) => byHand(page, `/${language}/kiosk/${path}`);
	const fill = (name: string, text = '') => page.locator(`main [name="${name}"]`).fill(text);
	await begin(page, language);
	await at('help/complaint');
	await fill('words', marks['the complaint']);
	// Sent with something missing: the answers come back from where they are kept.
	await page.locator('main form#answers .button--main').click();
	await page.waitForURL(/refused/);
	await expect(page.locator('[name="words"]')).toHaveValue(marks['the complaint'] ?? '');
	if (signsIn) {
		await at('pathway');
		await at('sign-in');
		await fill('code', marks['the letter code']);
		await fill('birthDate-day', '30');
		await fill('birthDate-month', '7');
		await fill('birthDate-year', '1985');
		await page.locator('main form#answers .button--main').click();
		await page.waitForURL(/\/kiosk\/pathway$/);
		await at('me');
		await expect(page.locator('main')).toContainText(marks['the name'] ?? '');
	}
	await at('help/callback');
	await page.locator('[name="topic"][value="letter"]').check();
	await page.locator('[name="pickUp"][value="someone_else"]').check();
	await page.locator('[name="way"][value="email"]').check();
	await fill('email', marks['the address']);
	await page.locator('[name="way"][value="phone"]').check();
	await fill('number', marks['the number']);
	await fill('otherPerson', marks['the other person']);
	await (await laterTime(page)).check();
	await page.locator('main form#answers .button--main').click();
	await expect(page).toHaveURL(/\/help\/callback\/this$/, { timeout: 40_000 });
	marks['the code of the request'] = (await page.locator('.follow-code__code').innerText()).trim();
	expect(marks['the code of the request']).toMatch(/^[\w-]{9,}$/);
	// The page of the request once more: it opens as long as it is them.
	await at('help/callback/this');
	await expect(page.locator('.follow-code__code')).toHaveText(marks['the code of the request'] ?? '');
};

const signInsOf = (deps: Deps, dossier: string) =>
	deps.store.look((tx) => tx.signIns.ofDossier(dossier, deps.now()));

/** A page that was on its way somewhere may never answer: then it is asked again. */
const answered = async <T>(page: Page, asked: Promise<T>): Promise<T> => {
	const silent = new AbortController();
	const late = pause(10_000, undefined, { signal: silent.signal }).then(() => {
		throw new Error(`${page.url()} does not answer`);
	});
	late.catch(() => {});
	return Promise.race([asked, late]).finally(() => silent.abort());
};

/** The source of a page and what stands in its fields; of the next one, where it is on its way there. */
const readPage = async (page: Page): Promise<string> => {
	for (let tries = 1; ; tries++)
		try {
			const read = page.evaluate(() => {
				const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
				return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
			});
			return await answered(page, read);
		} catch (error) {
			if (tries === 5) throw error;
			await page.waitForLoadState('load', { timeout: 5_000 }).catch(() => null);
		}
};

/** The marks that somebody at this page can see, in its text, its fields or its source. */
const marksSeen = async (page: Page, marks: Record<string, string>): Promise<string[]> => {
	const read = await readPage(page);
	return Object.entries(marks)
		.filter(([, mark]) => (read + page.url()).includes(mark))
		.map(([name]) => `${name} at ${new URL(page.url()).pathname}`);
};

/** Where the first one was, and where a next one might look for them. */
const places = [
	...['home', 'pathway', 'me', 'bookings', 'attestations', 'check', 'courses'],
	...['help', 'help/callback', 'help/callback/this', 'help/complaint', 'help/complaint?refused', 'sign-in'],
];

/** Back, as people go. A page out of the browser's own memory is there at once: nothing is loaded. */
const goBack = async (page: Page): Promise<void> => {
	await page.goBack({ waitUntil: 'commit', timeout: 10_000 }).catch(() => null);
	await page.waitForLoadState('load', { timeout: 5_000 }).catch(() => null);
};

/** One part of a visit, named where it never ends. */
const part = async <T>(name: string, seconds: number, work: () => Promise<T>): Promise<T> =>
	test.step(name, work, { timeout: seconds * 1000 });

/** Looks wherever the second one could look: in every tab, backwards, by addresses, in every store of the browser. */
const lookAsSecond = async (context: BrowserContext, first: First): Promise<void> => {
	const found: string[] = [];
	const look = async (page: Page) => found.push(...(await marksSeen(page, first.marks)));
	await part('what is open', 60, async () => {
		for (const page of context.pages()) {
			await page.waitForLoadState('load', { timeout: 10_000 }).catch(() => null);
			await look(page);
		}
	});
	await part('backwards', 120, async () => {
		for (const page of context.pages())
			for (let steps = 0; steps < 4; steps++) {
				await goBack(page);
				await look(page);
			}
	});
	const page = context.pages().at(-1) ?? (await context.newPage());
	// In a tab of its own as well: that is nobody's visit.
	await part('by addresses that are typed', 60, async () => {
		for (const place of places) {
			await page.goto(`${origin()}/${first.language}/kiosk/${place}`);
			await look(page);
		}
		await begin(page, 'nl');
		await page.goto(`${origin()}/${first.language}/me`);
		await look(page);
	});
	await part('by the links of a visit of their own', 60, async () => {
		await begin(page, 'nl');
		for (const place of places) {
			await byHand(page, `/${first.language}/kiosk/${place}`);
			await look(page);
		}
	});
	const kept = await part('what the browser keeps', 30, () =>
		page.evaluate(async () => [
			...(await caches.keys()),
			...(await indexedDB.databases()).map(({ name }) => name),
			...Object.entries(localStorage).flat(),
			...Object.entries(sessionStorage).flat(),
			document.cookie,
		]),
	);
	expect(kept).toEqual(['']);
	const cookies = await context.cookies();
	expect(cookies.map(({ name }) => name)).toEqual(['halte-kiosk']);
	expect(found).toEqual([]);
};

/** Backwards, as often as there is somewhere to go back to. */
const backToTheStart = async (page: Page): Promise<void> => {
	for (let steps = 0; steps < 20 && !page.url().endsWith('/fr/kiosk'); steps++) await goBack(page);
	await expect(page).toHaveURL(/\/fr\/kiosk$/);
};

type Ending = {
	name: string;
	language: Language;
	/** The first one never signs in. */
	nameless?: boolean;
	end: (browser: ProfileBrowser, page: Page, first: First, folder: string) => Promise<ProfileBrowser>;
};

const proven = (page: Page) => expect(page.locator('[data-result="clean"]')).toBeVisible();

const endings: Ending[] = [
	{
		name: 'finishing',
		language: 'fr',
		async end(browser, page) {
			await page.locator('[data-finish] button').click();
			await proven(page);
			return browser;
		},
	},
	{
		name: 'nobody there any more',
		language: 'ar',
		async end(browser, page) {
			await page.clock.install();
			await byHand(page, '/ar/kiosk/help/callback/this');
			await stopClock(page);
			await part('a hand', 30, () => moveHand(page, 5, 5));
			await part('quiet', 30, () => page.clock.runFor('01:29'));
			await expect(page.locator('.kiosk-cover')).toBeHidden();
			await part('asked', 30, () => page.clock.runFor('00:02'));
			await expect(page.locator('.kiosk-cover')).toBeVisible();
			await part('no answer', 30, () => page.clock.runFor('01:01'));
			await page.waitForURL(/\/kiosk\/end\?because=time$/);
			await proven(page);
			return browser;
		},
	},
	{
		name: 'the back button',
		language: 'fr',
		async end(browser, page) {
			await backToTheStart(page);
			return browser;
		},
	},
	...[false, true].map((nameless) => ({
		name: `a closed tab${nameless ? ', nameless' : ''}`,
		language: 'ar' as const,
		nameless,
		async end(browser: ProfileBrowser, page: Page) {
			await page.close();
			const next = await browser.context.newPage();
			await next.goto(`${origin()}/ar/kiosk/${nameless ? 'help/callback/this' : 'me'}`);
			return browser;
		},
	})),
	{
		name: 'a second tab',
		language: 'fr',
		async end(browser, page, first) {
			const next = await browser.context.newPage();
			await next.goto(`${origin()}/fr/kiosk/pathway`);
			await expect(next).toHaveURL(/\/fr\/kiosk$/);
			// The page that stays behind is emptied as well.
			await expect(page.locator('.kiosk-emptied')).toBeVisible();
			expect(await marksSeen(page, first.marks)).toEqual([]);
			return browser;
		},
	},
	{
		name: 'finishing without a network, and back',
		language: 'fr',
		async end(browser, page, first) {
			await browser.context.setOffline(true);
			await page.locator('[data-finish] button').click();
			await expect(page.locator('.kiosk-emptied h1')).toBeVisible();
			await goBack(page);
			expect(await marksSeen(page, first.marks)).toEqual([]);
			await browser.context.setOffline(false);
			await page.reload();
			await expect(page).toHaveURL(/\/fr\/kiosk/);
			return browser;
		},
	},
	{
		name: 'a network that is gone',
		language: 'ar',
		async end(browser, page, first) {
			await browser.context.setOffline(true);
			await page.locator('[data-finish] button').click();
			await expect(page.locator('.kiosk-emptied h1')).toBeVisible();
			expect(await marksSeen(page, first.marks)).toEqual([]);
			await expect(page.locator('a[href^="tel:"]')).toHaveCount(1);
			await browser.context.setOffline(false);
			await page.waitForURL(/\/kiosk\/end\?because=done$/);
			await proven(page);
			return browser;
		},
	},
];

const killedBrowsers: Ending[] = [false, true].map((nameless) => ({
	name: `a killed browser${nameless ? ', nameless' : ''}`,
	language: 'fr' as const,
	nameless,
	async end(browser: ProfileBrowser, page: Page, first: First, folder: string) {
		// Browsers write cookies down every half a minute; what was not, does not come back.
		await expect
			.poll(() => cookiesOnDisk(folder), { timeout: 90_000 })
			.toContain(nameless ? 'halte-code' : 'halte-sign-in');
		await browser.kill();
		const restored = await openProfile(folder, { restores: true });
		// Its page comes back by itself, and shows the first screen.
		const shown = () => restored.context.pages().map((each) => new URL(each.url()).pathname);
		await expect.poll(shown, { timeout: 60_000 }).toContain('/fr/kiosk');
		return restored;
	},
}));

const twoPeople = async (deps: Deps, { name, language, nameless = false, end }: Ending): Promise<void> => {
	// Browsers that are started, killed and started again, and minutes that have to pass.
	test.setTimeout(400_000);
	const folder = mkdtempSync(join(tmpdir(), 'halte-profile-'));
	let browser = await openProfile(folder);
	try {
		const first = await newFirst(deps, language, !nameless);
		const page = await browser.context.newPage();
		await part('the first one', 60, () => doEverything(page, first));
		expect(await signInsOf(deps, first.dossier)).toHaveLength(nameless ? 0 : 1);
		browser = await part(`the end: ${name}`, 160, () => end(browser, page, first, folder));
		await lookAsSecond(browser.context, first);
		await expect.poll(() => signInsOf(deps, first.dossier), { timeout: 60_000 }).toEqual([]);
		await browser.close();
		expect(marksOnDisk(folder, first.marks)).toEqual([]);
	} finally {
		await browser.kill().catch(() => {});
		rmSync(folder, { recursive: true, force: true });
	}
};

for (const ending of endings)
	test(`two people at one screen: after ${ending.name} nothing of the first is left`, async ({ deps }) => {
		await twoPeople(deps, ending);
	});

// Most of it is waiting for what browsers write down by and by.
test('two people at one screen: after a killed browser nothing of the first is left, with a name or without', async ({
	deps,
}) => {
	await Promise.all(killedBrowsers.map((ending) => twoPeople(deps, ending)));
});

test('a page of a visit that comes back out of the memory of the browser is asked for anew', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'halte-profile-'));
	const browser = await openProfile(folder);
	try {
		const page = await browser.context.newPage();
		let isKept = false;
		// A browser keeps pages in its memory that may not be stored as well, sometimes; these it keeps each time.
		await browser.context.route('**/fr/kiosk/*', async (route) => {
			const answer = await route.fetch({ maxRedirects: 0 });
			await route.fulfill({ response: answer, headers: { ...answer.headers(), 'cache-control': 'private' } });
		});
		const session = await browser.context.newCDPSession(page);
		await session.send('Page.enable');
		session.on('Page.frameNavigated', ({ type }) => (isKept ||= type === 'BackForwardCacheRestore'));
		await begin(page, 'fr');
		await byHand(page, '/fr/kiosk/help');
		await byHand(page, '/fr/kiosk/offices');
		await page.goBack({ waitUntil: 'commit' });
		// By the browser's own button: that ends a visit, as when the page is asked for.
		await expect(page).toHaveURL(/\/fr\/kiosk$/);
		expect(isKept).toBe(true);
	} finally {
		await browser.kill().catch(() => {});
		rmSync(folder, { recursive: true, force: true });
	}
});

test('the disk of a profile is read rightly: what ordinary pages leave there is found', async ({ deps }) => {
	const folder = mkdtempSync(join(tmpdir(), 'halte-profile-'));
	const browser = await openProfile(folder);
	try {
		const { marks } = await newFirst(deps, 'fr');
		const page = await browser.context.newPage();
		await page.goto(`${origin()}/fr/help/callback/${marks['the letter code']}`);
		await page.goto(`${origin()}/fr/help/callback`);
		await page.locator('[name="number"]').fill(marks['the number'] ?? '');
		await page.locator('main form#answers .button--main').click();
		await page.waitForURL(/refused/);
		await browser.close();
		const found = marksOnDisk(folder, marks);
		expect(found.some((each) => each.startsWith('the letter code in'))).toBe(true);
		expect(found.some((each) => each.startsWith('the number in'))).toBe(true);
	} finally {
		await browser.kill().catch(() => {});
		rmSync(folder, { recursive: true, force: true });
	}
});
