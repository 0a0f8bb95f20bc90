import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { newLetterCode, showLetterCode } from '#lib/domain/letterCode.ts';
import { walkCheckToResult } from '../support/checkWalk.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { ask, clippedTexts, overflow } from '../support/pageChecks.ts';
import { expect, origin, test } from '../support/test.ts';

const fill = async (page: Page, code: string, { year = '1985', shared = false } = {}) => {
	await page.locator('#code').fill(showLetterCode(code).toLowerCase());
	await page.locator('[name="birthDate-day"]').fill('30');
	await page.locator('[name="birthDate-month"]').fill('7');
	await page.locator('[name="birthDate-year"]').fill(year);
	if (shared) await page.locator('#sharedDevice').check();
};
const send = (page: Page) => page.locator('main form#answers button.button--main').click();
const signIn = async (page: Page, code: string, { shared = false, to = '/fr/me' } = {}) => {
	await page.goto(`/fr/sign-in?to=${encodeURIComponent(to)}`);
	await fill(page, code, { shared });
	await send(page);
};
const signOut = (page: Page) => page.locator('form[action$="/signOut"] button').first().click();
const name = (page: Page) => page.locator('header').getByText('Omar');
/** Posts the form as a browser does, without following where it leads. */
const post = (page: Page, address: string, code: string) =>
	page.request.post(address, {
		headers: { origin: origin(), accept: 'text/html' },
		form: { code, 'birthDate-day': '30', 'birthDate-month': '7', 'birthDate-year': '1985' },
		maxRedirects: 0,
	});
const halteCookies = async (context: BrowserContext) =>
	(await context.cookies()).map((cookie) => cookie.name);
/** What this browser would still hold after it was closed. */
const lastingCookies = async (context: BrowserContext) =>
	(await context.cookies()).filter(({ expires }) => expires !== -1).map((cookie) => cookie.name);

test('without scripts: to the page that was wanted, out again, and nothing to go back to', async ({
	noScript: page,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/fr/me');
	await expect(page).toHaveURL(/\/fr\/sign-in\?to=%2Ffr%2Fme$/);
	await fill(page, code);
	await send(page);
	await expect(page).toHaveURL(/\/fr\/me$/);
	await expect(name(page)).toBeVisible();
	await signOut(page);
	await expect(page).toHaveURL(/\/fr\/sign-in\?left=here$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/fr\/sign-in/);
	await expect(page.getByText('Omar')).toHaveCount(0);
});

test('the code of the QR leaves the address at once and stays in the field, in the next language too', async ({
	noScript: page,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const passed: string[] = [];
	page.on('response', (response) => passed.push(`${response.status()} ${new URL(response.url()).search}`));
	await page.goto(`/fr/sign-in?code=${code}`);
	expect(passed.slice(0, 2)).toEqual([`303 ?code=${code}`, '200 ']);
	expect(page.url()).not.toContain(code);
	await expect(page.locator('#code')).toHaveValue(code);
	await page.locator('[name="birthDate-year"]').fill('1985');
	await page.locator('#sharedDevice').check();
	await page.locator('details[data-languages] summary').click();
	await page.locator('details[data-languages] [lang="ar"]').click();
	await expect(page).toHaveURL(/\/ar\/sign-in/);
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.locator('#code')).toHaveValue(code);
	await expect(page.locator('[name="birthDate-year"]')).toHaveValue('1985');
	await expect(page.locator('#sharedDevice')).toBeChecked();
	expect(await page.locator('#code').evaluate((field) => getComputedStyle(field).direction)).toBe('ltr');
});

test('what is missing is named and what was typed stays; a wrong pair reads the same whether the code exists', async ({
	noScript: page,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/fr/sign-in');
	await send(page);
	await expect(page.locator('.error-summary a')).toHaveCount(2);
	await page.locator('#code').fill('K7Q2');
	await page.locator('[name="birthDate-day"]').fill('31');
	await send(page);
	await expect(page.locator('.error-summary a')).toHaveCount(2);
	await expect(page.locator('#code')).toHaveValue('K7Q2');
	await expect(page.locator('[name="birthDate-day"]')).toHaveValue('31');
	await expect(page.locator('#birthDate-error')).toContainText('L’année a 4 chiffres');
	await page.locator('[name="birthDate-month"]').fill('2');
	await page.locator('[name="birthDate-year"]').fill('2001');
	await send(page);
	await expect(page.locator('#birthDate-error')).toContainText('Cette date n’existe pas');

	const readAfter = async (tried: string) => {
		await fill(page, tried, { year: '1990' });
		await send(page);
		await expect(page.locator('#code')).toHaveValue(showLetterCode(tried).toLowerCase());
		await expect(page.locator('[name="birthDate-year"]')).toHaveValue('1990');
		return (await page.locator('main').innerText()).trim();
	};
	const wrong = await readAfter(code);
	const none = newLetterCode(deps.random);
	expect(await readAfter(none)).toBe(wrong);
	for (let tries = 0; tries < 4; tries++) await readAfter(code);
	const rests = await readAfter(code);
	expect(rests).toMatch(/\d\d:\d\d/);
	for (let tries = 0; tries < 4; tries++) await readAfter(none);
	expect((await readAfter(none)).replaceAll(/\d\d:\d\d/g, '')).toBe(rests.replaceAll(/\d\d:\d\d/g, ''));
	for (const way of ['/fr/help/callback', '/fr/offices'])
		await expect(page.locator(`main a[href="${way}"]`).first()).toBeVisible();
});

test('the answers of the check go with who signs out', async ({ noScript: page, deps }) => {
	await page.goto('/fr/check');
	await walkCheckToResult('probably_obliged')(page);
	await signIn(page, await giveLetter(deps, await openNewcomer(deps)));
	expect(await halteCookies(page.context())).toContain('halte-check');
	await signOut(page);
	await expect(page).toHaveURL(/left=here$/);
	expect(await halteCookies(page.context())).not.toContain('halte-check');
});

/** What this browser holds of Halte besides cookies; what is still being set up is given time. */
const keptHere = (page: Page) =>
	page.evaluate(async () => [
		...(await Promise.race([
			navigator.serviceWorker.ready.then(() => ['a service worker']),
			new Promise<string[]>((resolve) => setTimeout(resolve, 2000, [])),
		])),
		...(await caches.keys()),
		...(await indexedDB.databases()).map((database) => database.name),
		...Object.keys(localStorage),
		...Object.keys(sessionStorage),
		...(document.cookie ? [document.cookie] : []),
	]);

test('on a device of others nothing outlives the browser, and nothing at all the sign-out', async ({
	page,
	context,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const before = await context.newPage();
	await before.goto('/fr/help/callback');
	await before.locator('#number').fill('0470 12 34 56');
	await signIn(page, code, { shared: true });
	await expect(name(page)).toBeVisible();
	const tab = await context.newPage();
	await tab.goto('/fr/help');
	await expect(name(tab)).toBeVisible();
	const held = await context.cookies();
	expect(held.find((cookie) => cookie.name === 'halte-sign-in')).toMatchObject({
		...{ expires: -1, httpOnly: true, sameSite: 'Lax' },
	});
	await expect(page.locator('[data-passkey]')).toHaveCount(0);
	const answer = page.waitForResponse((response) => response.url().endsWith('/me?/signOut'));
	await signOut(page);
	expect((await (await answer).allHeaders())['clear-site-data']).toBe('"cache", "cookies", "storage"');
	await expect(page).toHaveURL(/left=shared$/);
	for (const other of [tab, before]) await expect(other).toHaveURL(/left=shared$/);
	expect(await halteCookies(context)).toEqual([]);
	// Given time, the page keeps nothing anew either: a copy for later tells which language somebody reads.
	await page.waitForLoadState();
	expect(await keptHere(page)).toEqual([]);
	await page.goBack();
	await expect(page.getByText('Omar')).toHaveCount(0);
	await page.goto('/fr/me');
	await expect(page).toHaveURL(/\/fr\/sign-in\?to=/);
});

/** Ends all sign-ins of the one who signs in with this code, from their own telephone. */
const endElsewhere = async (browser: Browser, code: string) => {
	const own = await (await browser.newContext({ baseURL: origin() })).newPage();
	await signIn(own, code);
	await own.locator('form[action="?/signOutEverywhere"] button').click();
	await expect(own).toHaveURL(/left=here$/);
	await own.context().close();
};

test('on a device of others, what was kept before the sign-in goes with it, and all else when it ends elsewhere', async ({
	page,
	context,
	browser,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/ti');
	// Pages for reading without a network, as on anybody's device.
	await expect.poll(() => page.evaluate(() => caches.keys())).not.toEqual([]);
	await page.goto('/fr/check');
	await walkCheckToResult('probably_obliged')(page);
	await signIn(page, code, { shared: true });
	await expect(name(page)).toBeVisible();
	// Whoever closes the browser now leaves nothing either.
	expect(await halteCookies(context)).toContain('halte-check');
	expect(await lastingCookies(context)).toEqual([]);
	expect(await keptHere(page)).toEqual([]);
	const tab = await context.newPage();
	await tab.goto('/nl/check');
	await walkCheckToResult('probably_obliged')(tab);
	await tab.goto('/nl/help/callback');
	await tab.locator('#number').fill('12');
	await send(tab);
	await expect(tab.locator('#number')).toHaveValue('12');
	expect(await halteCookies(context)).toEqual(expect.arrayContaining(['halte-check', 'halte-draft']));
	expect(await lastingCookies(context)).toEqual([]);

	await endElsewhere(browser, code);
	await page.goto('/fr/me');
	await expect(page).toHaveURL(/\/fr\/sign-in\?left=time&to=%2Ffr%2Fme$/);
	await expect(tab).toHaveURL(/left=time/);
	expect(await halteCookies(context)).toEqual([]);
	expect(await keptHere(page)).toEqual([]);

	// A page that asks nobody to sign in is shown, neither it nor its language is kept, and other tabs go.
	await signIn(page, code, { shared: true });
	await expect(name(page)).toBeVisible();
	await tab.goto('/fr/me');
	await endElsewhere(browser, code);
	// What a script asks for is no page, and takes nothing of that away.
	await tab.evaluate(() => fetch('/healthz'));
	await page.goto('/ti/help');
	await expect(tab).toHaveURL(/\/ti\/sign-in\?left=time$/);
	expect(await halteCookies(context)).toEqual([]);
	expect(await keptHere(page)).toEqual([]);
});

test('without scripts too: the next page is one for anybody, and a form just sent is kept for who wrote it', async ({
	noScript: page,
	browser,
	deps,
}) => {
	const context = page.context();
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/ti');
	await signIn(page, code, { shared: true });
	await expect(name(page)).toBeVisible();
	await endElsewhere(browser, code);
	const answer = await page.goto('/');
	expect((await answer?.allHeaders())?.['clear-site-data']).toBe('"cache", "storage"');
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	expect(await halteCookies(context)).toEqual([]);

	await signIn(page, code, { shared: true });
	const nothing = page.locator('[name="first"][value="none"]');
	await nothing.check();
	await endElsewhere(browser, code);
	await page.locator('form[action="?/messages"] button').first().click();
	await expect(page).toHaveURL(/\/fr\/sign-in\?left=time&to=%2Ffr%2Fme$/);
	expect(await lastingCookies(context)).toEqual([]);
	expect((await halteCookies(context)).toSorted()).toEqual(['halte-device', 'halte-later']);
	// From that page one may as well say that it is one's own.
	await fill(page, code);
	await send(page);
	await expect(page).toHaveURL(/\/fr\/me$/);
	await expect(nothing).toBeChecked();
	expect(await lastingCookies(context)).toContain('halte-sign-in');
});

for (const shared of [true, false])
	test(`a form left open in another tab and sent after the sign-out is shown to nobody else${shared ? ', on a device of others' : ''}`, async ({
		noScript: page,
		deps,
	}) => {
		const codes = [
			await giveLetter(deps, await openNewcomer(deps)),
			await giveLetter(deps, await openNewcomer(deps)),
		];
		await signIn(page, codes[0] ?? '', { shared });
		const tab = await page.context().newPage();
		await tab.goto('/fr/me');
		const nothing = '[name="first"][value="none"]';
		await tab.locator(nothing).check();
		await signOut(page);
		await expect(page).toHaveURL(/left=/);
		await tab.locator('form[action="?/messages"] button').first().click();
		await expect(tab).toHaveURL(/\/fr\/sign-in/);
		if (shared) expect(await lastingCookies(page.context())).toEqual([]);
		await fill(tab, codes[1] ?? '', { shared });
		await send(tab);
		await expect(tab).toHaveURL(/\/fr\/me$/);
		await expect(tab.locator(nothing)).not.toBeChecked();
	});

test("one's own telephone keeps its pages and language where a sign-in ended elsewhere, or a link says that it was left", async ({
	page,
	context,
	browser,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const isWhole = async () => {
		await expect.poll(() => page.evaluate(() => caches.keys())).toContain('halte-pages-fr');
		expect(await halteCookies(context)).toContain('halte-language');
	};
	await signIn(page, code);
	await isWhole();
	await endElsewhere(browser, code);
	await signOut(page);
	await expect(page).toHaveURL(/left=here$/);
	await isWhole();
	await page.goto('/fr/sign-in?left=time');
	await isWhole();
});

test('a letter refused with the mark of a device of others is gone when the browser is closed', async ({
	noScript: page,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/fr/sign-in');
	await fill(page, code, { shared: true, year: '1986' });
	await send(page);
	await expect(page.locator('#code')).toHaveValue(/./);
	expect(await halteCookies(page.context())).toContain('halte-draft');
	expect(await lastingCookies(page.context())).not.toContain('halte-draft');
});

test('on a device of others a question comes before the time is up, then the page goes', async ({
	page,
	context,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.clock.install();
	await signIn(page, code, { shared: true });
	// The script counts from its own start.
	await page.waitForLoadState();
	const question = page.locator('dialog');
	await page.clock.runFor('08:30');
	await expect(question).toBeHidden();
	await page.clock.runFor('00:40');
	await expect(question).toBeVisible();
	await question.locator('button').click();
	await expect(question).toBeHidden();
	await page.clock.runFor('09:10');
	await expect(question).toBeVisible();
	await page.clock.runFor('01:00');
	await expect(page).toHaveURL(/\/fr\/sign-in\?left=time&to=%2Ffr%2Fme$/);
	expect(await halteCookies(context)).toEqual([]);
	await expect(page.getByText('Omar')).toHaveCount(0);
});

test('signing in leads nowhere but to this site', async ({ page, deps }) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const line = `${origin()}/fr/pathway`;
	for (const to of [
		'https://elsewhere.example/',
		'//elsewhere.example/',
		'/\\elsewhere.example/',
		'/\t/elsewhere.example',
		'javascript:alert(1)',
		'/fr/sign-in',
	]) {
		const answer = await post(page, `/fr/sign-in?to=${encodeURIComponent(to)}`, code);
		expect(answer.status()).toBe(303);
		expect(new URL(answer.headers()['location'] ?? '', origin()).href, to).toBe(line);
	}
});

test('a planted cookie is never taken over, and an old one ends with the new sign-in', async ({
	page,
	context,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const planted = `${'a'.repeat(64)}.${'b'.repeat(32)}`;
	await context.addCookies([{ name: 'halte-sign-in', value: planted, url: origin() }]);
	await signIn(page, code);
	const valueNow = async () =>
		(await context.cookies()).find((cookie) => cookie.name === 'halte-sign-in')?.value ?? '';
	const first = await valueNow();
	expect(first).not.toBe(planted);
	expect((await post(page, '/fr/sign-in', code)).status()).toBe(303);
	expect(await valueNow()).not.toBe(first);
	const stale = await page.request.get('/fr/me', {
		headers: { cookie: `halte-sign-in=${first}` },
		maxRedirects: 0,
	});
	expect(stale.status()).toBe(303);
});

test('sent twice at once: one person signed in, no error', async ({ page, deps }) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const once = () => post(page, '/fr/sign-in?to=/fr/me', code);
	for (const answer of await Promise.all([once(), once(), once()])) expect(answer.status()).toBe(303);
	await page.goto('/fr/me');
	await expect(name(page)).toBeVisible();
});

test('signed out in one window, the other is asked to sign in and comes back to its page', async ({
	page,
	context,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await signIn(page, code);
	const other = await context.newPage();
	await other.goto('/nl/me');
	await signOut(page);
	await expect(other).toHaveURL(/\/nl\/sign-in\?to=%2Fnl%2Fme$/);
	await fill(other, code);
	await send(other);
	await expect(other).toHaveURL(/\/nl\/me$/);
});

for (const shared of [true, false])
	test(`what was typed and not sent is gone with the person${shared ? ', on a device of others' : ''}`, async ({
		noScript: page,
		deps,
	}) => {
		const code = await giveLetter(deps, await openNewcomer(deps));
		await signIn(page, code, { shared, to: '/fr/help/complaint' });
		await page.locator('[name="words"]').fill('Personne ne répond.');
		await page.locator('header a[href="/fr/help"]').click();
		await page.goto('/fr/help/callback');
		await page.locator('#number').fill('0470 12 34 56');
		await page.goto('/fr/me');
		// While one is signed in on one's own device, the way back leads to what was typed.
		if (!shared) {
			await page.goBack();
			await expect(page.locator('#number')).toHaveValue('0470 12 34 56');
			await page.goForward();
		}
		await signOut(page);
		await expect(page).toHaveURL(/left=/);
		const seen: string[] = [];
		for (let back = 0; back < 5; back += 1) {
			await page.goBack();
			const fields = page.locator('input:not([type=hidden]), textarea');
			for (const field of await fields.all()) seen.push(await field.inputValue());
			if (new URL(page.url()).pathname === '/fr/help/complaint') break;
		}
		expect(new URL(page.url()).pathname).toBe('/fr/help/complaint');
		expect(seen.length).toBeGreaterThan(2);
		expect(seen.join()).not.toMatch(/0470|Personne/);
	});

test('a page left open in another tab goes with the person, and changes nothing of the next one', async ({
	page,
	context,
	deps,
}) => {
	const [first, second] = [await openNewcomer(deps), await openNewcomer(deps)];
	await signIn(page, await giveLetter(deps, first));
	const tab = await context.newPage();
	// Held back as on a slow line: the browser would leave that page too.
	await tab.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: Object }));
	await tab.goto('/fr/me');
	const seen = await context.newPage();
	await seen.goto('/fr/me');
	await signOut(page);
	await expect(seen).toHaveURL(/\/fr\/sign-in\?to=/);
	await expect(name(tab)).toBeVisible();
	await signIn(page, await giveLetter(deps, second));
	await expect(page).toHaveURL(/\/fr\/me$/);
	const passkey = tab.waitForResponse(/passkeys\/options$/);
	await tab.locator('[data-passkey] button').click();
	expect((await passkey).status()).toBe(409);
	await tab.locator('form[action="?/language"] button').click();
	await expect(tab.getByRole('heading', { name: 'Ici, un autre dossier est ouvert' })).toBeVisible();
	await expect(tab.locator('a[href^="tel:"]').first()).toBeVisible();
	await page.reload();
	await page.locator('form[action="?/language"] button').click();
	await expect(page).toHaveURL(/\/me\?kept=language$/);
});

test('who leaves a waiting list loses nothing of what they type in another tab', async ({
	page,
	context,
	deps,
}) => {
	await signIn(page, await giveLetter(deps, await openNewcomer(deps)));
	const tab = await context.newPage();
	await tab.goto('/fr/help/complaint');
	await tab.locator('[name="words"]').fill('Personne ne répond.');
	await page.goto('/fr/bookings?left=some-session');
	// Long enough for a word between two tabs, and for a page that would go.
	await page.waitForTimeout(1500);
	await expect(tab.locator('[name="words"]')).toHaveValue('Personne ne répond.');
});

test('signed out everywhere, each device is refused at its next step', async ({ page, browser, deps }) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const elsewhere = await (await browser.newContext({ baseURL: origin() })).newPage();
	const third = await (await browser.newContext({ baseURL: origin() })).newPage();
	for (const each of [elsewhere, third, page]) await signIn(each, code);
	await page.locator('form[action="?/endSignIn"] button').first().click();
	await expect(page).toHaveURL(/kept=ended$/);
	await third.goto('/fr/me');
	await expect(third).toHaveURL(/\/sign-in/);
	await page.locator('form[action="?/signOutEverywhere"] button').click();
	await expect(page).toHaveURL(/left=here$/);
	await elsewhere.goto('/fr/me');
	await expect(elsewhere).toHaveURL(/\/sign-in/);
	await Promise.all([elsewhere.context().close(), third.context().close()]);
});

test('the page about oneself keeps the language and tells who looked', async ({ noScript: page, deps }) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await signIn(page, code);
	await page.locator('#written-in [value="ti"]').check();
	await page.locator('#written-in button').click();
	await expect(page).toHaveURL(/\/ti\/me\?kept=language$/);
	await page.goto('/fr/me');
	await expect(page.locator('#written-in [value="ti"]')).toBeChecked();
	const lines = page.locator('#journal h3');
	await expect(lines).toHaveText(['Langue des messages choisie', 'Connexion', 'Proposition de décision']);
});

test("all that is held can be taken along, on one's own device", async ({ page, deps }) => {
	const dossier = await openNewcomer(deps);
	const code = await giveLetter(deps, dossier);
	await signIn(page, code);
	const started = page.waitForEvent('download');
	await page.locator('#export button').click();
	const file = await (await started).path();
	const all = JSON.parse(await readFile(file, 'utf8')) as { person: { givenNames: string } };
	expect(all.person.givenNames).toBe('Omar');
	await signOut(page);
	await signIn(page, code, { shared: true });
	await expect(page.locator('#export button')).toHaveCount(0);
	const refused = await page.request.post('/fr/me/export', {
		headers: { origin: origin() },
		maxRedirects: 0,
	});
	expect(refused.status()).toBe(303);
});

test('changes from another, an unnamed or a missing origin are refused', async ({ page, deps }) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await signIn(page, code);
	for (const address of [
		'/fr/sign-in',
		'/fr/sign-in/passkey',
		'/fr/sign-in/passkey/options',
		'/fr/me?/signOut',
		'/fr/me/passkeys',
		'/fr/me/passkeys/options',
	])
		for (const from of ['https://elsewhere.example', 'null', ''])
			for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
				const headers = { 'content-type': type, ...(from ? { origin: from } : {}) };
				const answer = await page.request.post(address, { headers, data: '{}' });
				expect(answer.status(), `${address} from ${from}, ${type}`).toBe(403);
			}
	await page.goto('/fr/me');
	await expect(name(page)).toBeVisible();
});

test('nothing that is sent makes the pages fall over', async ({ page }) => {
	const odd = ['\u0000', '\ud800', '\u202e\u2066', 'ا'.repeat(5_000), '٣٠', '-1', '1e9', "' or 1=1 --", '{}'];
	await page.goto('/ar/sign-in');
	for (const text of odd) {
		const form = new URLSearchParams();
		for (const field of ['code', 'birthDate-day', 'birthDate-month', 'birthDate-year', 'sharedDevice'])
			for (const value of [text, text]) form.append(field, value);
		const answer = await page.request.post('/ar/sign-in', {
			headers: {
				...{ origin: origin(), accept: 'text/html' },
				'content-type': 'application/x-www-form-urlencoded',
			},
			data: form.toString(),
			maxRedirects: 0,
		});
		expect(answer.status(), JSON.stringify(text.slice(0, 9))).toBe(303);
		expect(answer.headers()['location']).toMatch(/^\/ar\/sign-in\?refused=/);
		expect((await page.goto('/ar/sign-in?refused='))?.status()).toBe(200);
	}
	for (const data of [
		'',
		'{',
		'[]',
		'null',
		'{"id":1}',
		'{"id":"a","type":"public-key","response":{}}',
		'x'.repeat(100_000),
	]) {
		const answer = await page.request.post('/fr/sign-in/passkey', {
			headers: { origin: origin(), 'content-type': 'application/json' },
			data,
		});
		expect(answer.status(), data.slice(0, 9)).toBe(400);
	}
	for (const address of [
		'/fr/sign-in?code=%00%ff&to=%00',
		'/sign-in/return?code=x&state=y',
		'/fr/sign-in/refused?why=x',
	])
		expect((await page.request.get(address)).status(), address).toBe(200);
});

test('a name as long as a register can write one, without a space, fits on every screen and sheet', async ({
	page,
	deps,
}) => {
	const dossier = await openNewcomer(deps, { givenNames: 'M'.repeat(60), familyName: 'W'.repeat(60) });
	await signIn(page, await giveLetter(deps, dossier));
	await expect(page.locator('.me')).toContainText('MMM');
	for (const path of ['me', 'pathway', 'sign-in', 'help/callback']) {
		await page.goto(`/fr/${path}`);
		for (const width of [320, 360, 768, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const found = await ask(page, { clippedTexts, overflow });
			expect(found, `${path} at ${width} px`).toEqual({ clippedTexts: [], overflow: [] });
		}
	}
	// As wide as a sheet between its margins.
	await page.setViewportSize({ width: 688, height: 1000 });
	await page.emulateMedia({ media: 'print' });
	expect(await ask(page, { overflow })).toEqual({ overflow: [] });
});

test('the list of invented people says a date of birth as the form asks for it, in the letters of its page', async ({
	noScript: page,
}) => {
	await page.goto('/ar/demonstration');
	const person = page.locator('.people li').first();
	const [day = '', month = '', year = ''] = (await person.locator('time').innerText()).split(' ');
	await expect(person.locator('time')).toHaveAttribute('datetime', `${year}-${month}-${day}`);
	await expect(person.locator('time')).toHaveCSS('direction', 'ltr');
	const link = person.locator('a');
	const face = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
	await expect(link).toHaveCSS('font-family', face);
	await expect(page.locator('.people a[href^="/fr/"]').first()).toHaveCSS('font-family', face);
	await expect(page.locator('.people a[href^="/ru/"]').first()).not.toHaveCSS('font-family', face);
	await link.click();
	for (const [part, value] of Object.entries({ day, month, year }))
		await page.locator(`[name="birthDate-${part}"]`).fill(value);
	await send(page);
	await expect(page).toHaveURL(/\/ar\/pathway$/);
});
