import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { languages } from '#lib/domain/languages.ts';
import { checkAnswers, walkCheckHere } from '../support/checkWalk.ts';
import { cached, keptPaths, stored, visitOnce, withoutNetwork } from '../support/offline.ts';
import { runAxe } from '../support/pageChecks.ts';
import { root } from '../support/repository.ts';
import { expect, origin, test } from '../support/test.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** The ways to a person that every page has (by telephone, by post, at a counter, called back). */
const expectPeople = async (page: Page, language: string): Promise<void> => {
	await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
	await expect(page.locator('address').first()).toBeVisible();
	await expect(page.locator(`.help a[href="/${language}/offices"]`)).toBeVisible();
	await expect(page.locator(`.help a[href="/${language}/help/callback"]`)).toBeVisible();
};

for (const language of ['fr', 'ar', 'ti'] as const)
	test(`after one visit in ${language} the public pages open without a network, and others say why they do not`, async ({
		page,
		context,
	}) => {
		await visitOnce(page, language);
		const online: Record<string, string> = {};
		for (const path of keptPaths) {
			const response = await page.request.get(`/${language}${path}`);
			if (response.ok()) online[path] = /<h1[^>]*>([^<]*)/.exec(await response.text())?.[1] ?? '';
		}
		await withoutNetwork(context, async () => {
			for (const [path, words] of Object.entries(online)) {
				const response = await page.goto(`/${language}${path}`);
				expect(response?.status(), path).toBe(200);
				await expect(title(page)).toHaveText(words);
				await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
				await expect(page.locator('.kept-copy')).toHaveText(/\d{4}/);
				await expectPeople(page, language);
				// Dressed as always: the letters of this script came along.
				await expect(page.locator('html')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
				await page.evaluate(() => document.fonts.ready);
				const letters = { fr: 'Où', ar: 'أين', ti: 'ናበይ' }[language];
				expect(await page.evaluate((text) => document.fonts.check('18px Halte', text), letters)).toBe(true);
			}
			for (const path of ['/pathway', '/me', '/courses/none/none', '/no-such-page']) {
				const response = await page.goto(`/${language}${path}`);
				expect(response?.status(), path).toBe(503);
				await expect(page).toHaveURL(new RegExp(`/${language}${path}$`));
				await expect(page.locator('main a[href$="/check"]')).toBeVisible();
				await expectPeople(page, language);
			}
			// A language never visited here: better in another one than not at all.
			await page.goto('/pt/help');
			await expect(page.locator('html')).toHaveAttribute('lang', language);
		});
		// The same button leads on once the network is back.
		await page.locator('main form .button--main').click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'pt');
	});

test('each language is kept when it is visited, and not before', async ({ page, context }) => {
	await visitOnce(page, 'nl');
	await visitOnce(page, 'uk', '/about');
	const kept = (await cached(page)).map(({ address }) => address.split('/')[1]);
	expect(languages.filter((each) => kept.includes(each))).toEqual(['nl', 'uk']);
	await withoutNetwork(context, async () => {
		for (const language of ['nl', 'uk']) {
			await page.goto(`/${language}/help`);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
		}
	});
});

for (const language of ['fr', 'ar'] as const)
	for (const answer of checkAnswers)
		test(`the check is done without a network, ${language}: ${answer}`, async ({ page, context }) => {
			await visitOnce(page, language);
			await withoutNetwork(context, async () => {
				await page.goto(`/${language}/check`);
				await walkCheckHere(answer)(page);
				await expect(page.locator(`[data-indication="${answer}"]`)).toBeVisible();
				await expect(page.locator('[data-indication]:visible')).toHaveCount(1);
				await expect(page.locator('[data-indication]:visible h2').first()).toBeFocused();
				expect(await page.locator('[data-because]:visible').count()).toBeGreaterThan(0);
				expect((await runAxe(page)).violations).toEqual([]);
				// The way back leads to the question before, and a new page knows nothing any more.
				await page.goBack();
				await expect(page.locator('[data-question="situation"]')).toBeVisible();
				await page.reload();
				await expect(page.locator('[data-start]')).toBeVisible();
				await expect(page.locator(':checked:not(option)')).toHaveCount(0);
			});
			expect(await stored(page)).toBe('[{},{},[]]');
		});

test('what is not right in the check without a network is said beside its field and first thing', async ({
	page,
	context,
}) => {
	await visitOnce(page, 'fr');
	await withoutNetwork(context, async () => {
		await page.goto('/fr/check');
		await page.locator('[data-start] .button--main').focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-question="paper"] h2')).toBeFocused();
		await page.locator('[data-question="paper"] .button--main').press('Enter');
		await expect(page.locator('.error-summary')).toBeFocused();
		expect((await runAxe(page)).violations).toEqual([]);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.locator('#paper')).toBeFocused();
		await page.keyboard.press('Space');
		await page.locator('[data-question="paper"] .button--main').press('Enter');
		await expect(page.locator('[data-question="registered"]')).toBeVisible();
		await page.goBack();
		await expect(page.locator('.error-summary')).toHaveCount(0);
	});
});

test('a form without a network is not sent, says so, and keeps every character until it is', async ({
	page,
	context,
}) => {
	const words = '<b>"ok" & $& $1</b>\nቃል · كلمة · слово';
	await visitOnce(page, 'fr');
	await page.goto('/fr/help/complaint');
	await page.locator('[name="subject"][value="too_slow"]').check();
	await page.locator('[name="service"][value="commune"]').check();
	await page.locator('[name="words"]').fill(words);
	await withoutNetwork(context, async () => {
		await page.locator('main form .button--main').first().click();
		await expect(title(page)).toHaveText('Votre formulaire n’est pas parti');
		await expectPeople(page, 'fr');
		// Still nothing: pressing again says the same, and loses nothing.
		await page.locator('main form .button--main').click();
		await expect(title(page)).toHaveText('Votre formulaire n’est pas parti');
		expect((await cached(page)).filter(({ body }) => body.includes('слово'))).toEqual([]);
	});
	await page.locator('main form .button--main').click();
	await expect(page).toHaveURL(/\/fr\/help\/complaint\/[A-Z0-9-]+$/);
});

test('nothing personal is in any cache: not while somebody is signed in, not after', async ({
	page,
	context,
	signIn,
}) => {
	await visitOnce(page, 'fr');
	const person = await signIn('in_course', 'fr');
	const addresses = [
		'',
		'/me',
		'/pathway',
		'/bookings',
		'/courses',
		'/help',
		'/offices',
		'/check',
		'/offline',
	];
	const about = [...person.name.split(' '), person.code, person.dossier, person.birthDate];
	const look = async () => {
		for (const { address, body } of await cached(page)) {
			expect(address).toMatch(
				/^\/(_app\/immutable\/|scripts\/|fr(\/(help|offices|check|verify|offline(\?unsent|\/kept)?))?$|\.well-known\/|api\/v1\/attestations\/status)/,
			);
			for (const word of about) expect(body.includes(word), `${word} at ${address}`).toBe(false);
		}
		expect(await stored(page)).toBe('[{},{},[]]');
	};
	// Everything is kept anew while somebody is signed in: as if the copies were old.
	await page.evaluate(async () => {
		for (const name of await caches.keys()) await caches.delete(name);
	});
	for (const address of addresses) await page.goto(`/fr${address}`);
	await expect(page.locator('.me')).toContainText(person.name);
	await visitOnce(page, 'fr', '/me');
	await look();
	await withoutNetwork(context, async () => {
		for (const address of addresses) {
			await page.goto(`/fr${address}`);
			await expect(page.locator('body')).not.toContainText(person.name);
		}
	});
	await page.goto('/fr/me');
	await page.locator('main form[action="?/signOut"] button').click();
	await page.waitForURL(/sign-in/);
	await look();
	await withoutNetwork(context, async () => {
		await page.goto('/fr/me');
		await expect(page.locator('body')).not.toContainText(person.name);
		await page.goBack();
		await expect(page.locator('body')).not.toContainText(person.name);
	});
});

test('the kiosk is never answered from what is kept', async ({ page, context }) => {
	await visitOnce(page, 'fr');
	await page.goto('/fr/kiosk');
	expect((await cached(page)).filter(({ address }) => address.includes('kiosk'))).toEqual([]);
	await withoutNetwork(context, async () => {
		await expect(page.goto('/fr/kiosk')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
	});
});

test('a page that fails is not kept in place of one that worked', async () => {
	const copies = await fetch(`${origin()}/fr/offline/copies`);
	const { pages } = (await copies.json()) as { pages: Record<string, { html: string }> };
	expect(Object.keys(pages)).toEqual(
		expect.arrayContaining([
			'/fr',
			'/fr/help',
			'/fr/offices',
			'/fr/check',
			'/fr/offline',
			'/fr/offline?unsent',
		]),
	);
	for (const { html } of Object.values(pages)) {
		expect(html).toContain('class="kept-copy"');
		expect(html).not.toMatch(/(href|src)="\.\.?\//);
	}
});

test('Halte can be installed, in each language', async ({ page, context, request }) => {
	for (const language of languages) {
		const html = await (await request.get(`/${language}`)).text();
		expect(html).toContain(`href="/${language}/manifest.webmanifest"`);
		const answer = await request.get(`/${language}/manifest.webmanifest`);
		expect(answer.headers()['content-type']).toContain('application/manifest+json');
		expect(await answer.json()).toMatchObject({
			...{ id: '/', name: 'Halte', lang: language, display: 'standalone', scope: '/' },
			...{ start_url: `/${language}`, dir: ['ar', 'fa', 'ps'].includes(language) ? 'rtl' : 'ltr' },
		});
	}
	const { icons } = (await (await request.get('/fr/manifest.webmanifest')).json()) as {
		icons: { src: string; sizes: string; purpose: string }[];
	};
	expect(icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)).toEqual([
		...['any 192x192', 'any 512x512', 'maskable 512x512'],
	]);
	for (const { src, sizes } of icons) {
		const file = await (await request.get(src)).body();
		expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`, src).toBe(sizes);
		expect(file.equals(readFileSync(join(root, 'static', src))), src).toBe(true);
	}
	// What the browser itself says of it.
	await visitOnce(page, 'ar');
	const client = await context.newCDPSession(page);
	const { errors, url } = await client.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	expect(url).toBe(`${origin()}/ar/manifest.webmanifest`);
	const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
	expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
