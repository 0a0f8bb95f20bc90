import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import type { Deps } from '#lib/services/ports.ts';
import { launchOptions } from '../../scripts/browser.ts';
import { openNewcomer, giveLetter } from '../support/newcomers.ts';
import { mailServer } from '../support/mailServer.ts';
import { profileBrowser } from '../support/profile.ts';
import { smsGateway } from '../support/smsGateway.ts';
import { startHalte } from '../support/startHalte.ts';
import { expect, origin, test as base } from '../support/test.ts';
import { signInFields } from '../support/visitor.ts';

const birthDate = '1985-07-30';

/** Signs a new person in at this Halte, in a language, and opens the page about them. */
const arrive = async (page: Page, halte: { origin: string; deps: Deps }, language: string): Promise<void> => {
	const code = await giveLetter(halte.deps, await openNewcomer(halte.deps, { birthDate }));
	await page.goto(`${halte.origin}/${language}/sign-in`);
	for (const [name, value] of Object.entries(signInFields({ code, birthDate })))
		await page.locator(`[name="${name}"]`).fill(value);
	await page.locator('#answers .button--main').click();
	await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
	await page.goto(`${halte.origin}/${language}/me`);
};

/** A Halte beside the one that all tests share, whose messages arrive somewhere. */
type World = {
	halte: { origin: string; deps: Deps };
	gateway: Awaited<ReturnType<typeof smsGateway>>;
	mail: Awaited<ReturnType<typeof mailServer>>;
};
const test = base.extend<{ world: World }>({
	world: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
		async ({}, use) => {
			const [gateway, mail] = [await smsGateway(), await mailServer()];
			const halte = await startHalte({
				settings: { HALTE_DEMO: '0', SMS_URL: gateway.url, SMTP_URL: mail.url },
			});
			const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
			const deps = createDeps(opened.pool, opened.keys);
			await use({ halte: { origin: halte.origin, deps }, gateway, mail });
			await opened.close();
			await halte.stop();
			await Promise.all([gateway.close(), mail.close()]);
		},
		{ timeout: 300_000 },
	],
});

const at320 = async (browser: { newContext(options: object): Promise<BrowserContext> }): Promise<Page> => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 320, height: 640 },
	});
	return context.newPage();
};

test('without scripts, in Arabic, 320 px wide: chosen, put right, tried out, read, deleted', async ({
	browser,
	world,
}) => {
	test.setTimeout(300_000);
	const page = await at320(browser);
	await arrive(page, world.halte, 'ar');
	const keep = page.locator('form[action="?/messages"] button');
	await keep.click();
	await expect(page.locator('#error-summary')).toBeVisible();
	await page.locator('[name="first"][value="sms"]').check();
	await page.locator('[name="second"]').selectOption('email');
	await page.locator('[name="number"]').fill('04 70');
	await page.locator('[name="email"]').fill('nobody');
	await keep.click();
	await expect(page.locator('#number-error')).toBeVisible();
	await expect(page.locator('#email-error')).toBeVisible();
	await expect(page.locator('[name="number"]')).toHaveValue('04 70');
	await expect(page.locator('[name="second"]')).toHaveValue('email');
	// A number of Syria, in the digits of the East.
	await page.locator('[name="number"]').fill('+٩٦٣ ٩٤٤ ٥٦٧ ٨٩٠');
	await page.locator('[name="email"]').fill('amina@example.org');
	await keep.click();
	await expect(page).toHaveURL(/kept=messages/);
	await expect(page.locator('#number-hint')).toContainText('90');
	await expect(page.locator('main')).not.toContainText('944');
	await expect(page.locator('main')).not.toContainText('amina@');
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);

	await page.locator('form[action="?/testMessage"] button').click();
	await expect(page).toHaveURL(/kept=message_test/);
	await expect.poll(() => world.gateway.received.length, { timeout: 60_000 }).toBe(1);
	expect(world.gateway.received[0]).toMatchObject({ to: '+963944567890', encoding: 'ucs2' });
	await expect(async () => {
		await page.reload();
		await expect(page.locator('#messages li')).toContainText('SMS');
	}).toPass();

	await page.locator('button[name="what"][value="sms"]').click();
	await expect(page.locator('button[name="what"][value="sms"]')).toHaveCount(0);
	await expect(page.locator('[name="first"][value="email"]')).toBeChecked();
	await page.locator('form[action="?/testMessage"] button').click();
	await expect.poll(() => world.mail.received.length, { timeout: 60_000 }).toBe(1);
	expect(world.mail.received[0]).toMatchObject({ to: ['amina@example.org'] });
	await page.locator('form[action="?/testMessage"] button').click();
	await page.locator('form[action="?/testMessage"] button').click();
	await expect(page).toHaveURL(/refused=test_too_soon/);
	await page.context().close();
});

test('by keyboard alone: the order is chosen and kept', async ({ page, deps }) => {
	await arrive(page, { origin: origin(), deps }, 'fr');
	await page.locator('[name="first"]').first().focus();
	await page.keyboard.press('ArrowDown');
	for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
	await expect(page.locator('[name="first"][value="none"]')).toBeChecked();
	for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/kept=messages/);
	await expect(page.locator('[name="first"][value="none"]')).toBeChecked();
});

test('a browser shows what is pushed to it, and one that cannot be reached says so in words', async ({
	deps,
}) => {
	const found = profileBrowser();
	if (!found) return test.skip(true, 'no browser here shows what is pushed to it');
	const browser = await chromium.launch(launchOptions(found));
	const context = await browser.newContext({ permissions: ['notifications'] });
	const page = await context.newPage();
	await arrive(page, { origin: origin(), deps }, 'fr');
	await page.evaluate(`navigator.serviceWorker.register('/service-worker.js', { type: 'module' })
		.then(() => navigator.serviceWorker.ready).then(() => true)`);
	const client = await context.newCDPSession(page);
	let registrationId = '';
	client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
		registrationId = registrations[0]?.registrationId ?? registrationId;
	});
	await client.send('ServiceWorker.enable');
	await expect.poll(() => registrationId).not.toBe('');
	const data = JSON.stringify({ title: 'Halte: essai', body: 'ጽባሕ', tag: 't', lang: 'ti', url: '/fr/me' });
	// A browser with much to do drops what is handed to it this way; the same tag makes one message of several.
	const shown = async () => {
		await client.send('ServiceWorker.deliverPushMessage', {
			...{ origin: `${origin()}/`, registrationId, data },
		});
		return page.evaluate(`navigator.serviceWorker.ready.then((ready) => ready.getNotifications())
			.then((all) => all.map(({ title, body, lang }) => [title, body, lang].join('|')))`);
	};
	await expect.poll(shown).toEqual(['Halte: essai|ጽባሕ|ti']);
	await browser.close();
});
