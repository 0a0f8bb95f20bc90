import type { Page } from '@playwright/test';
import { onWire, visitOnce, withoutNetwork } from '../support/offline.ts';
import { expect, origin, test } from '../support/test.ts';
import type { Wire } from '../support/wire.ts';

const words = 'Une phrase à moitié';
const offer = (page: Page) => page.locator('[data-update] button');
const done = (page: Page) => page.locator('[data-update] [data-done]');

/** A new version is there, and the page says so. */
const bring = async (page: Page, wire: Wire): Promise<void> => {
	wire.renewWorker();
	await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => ready.update()).then(() => {}));
	await expect(offer(page)).toBeVisible();
};

const waiting = (page: Page): Promise<boolean> =>
	page.evaluate(() => navigator.serviceWorker.ready.then((ready) => ready.waiting !== null));

/** Everything that is filled in and chosen on a page, files by name. */
const filledIn = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLInputElement>('main :is(input, textarea, select)')].map((field) =>
			[field.name, field.value, field.checked, ...[...(field.files ?? [])].map(({ name }) => name)].join(' '),
		),
	);

const fillIn = async (page: Page): Promise<void> => {
	await page.locator('[name="words"]').fill(words);
	await page.locator('[name="service"]').first().check();
	await page.locator('select').first().selectOption({ index: 2 });
};

/** How a form can have come to what stands in it. */
const histories: Record<string, (page: Page) => Promise<void>> = {
	'typed and chosen just now': fillIn,
	'typed before the language was changed': async (page) => {
		await fillIn(page);
		await page.locator('[data-languages] summary').click();
		await page.locator('[data-languages] [lang="nl"]').click();
		await page.waitForURL(/\/nl\//);
	},
	'refused, with what was typed': async (page) => {
		await page.locator('[name="words"]').fill(words);
		await page.locator('main form .button--main').first().click();
		await page.waitForURL(/refused/);
	},
	'come back to by the way back of the browser': async (page) => {
		await fillIn(page);
		await page.locator('footer a').first().click();
		await page.waitForURL(/about/);
		await page.goBack();
		await page.waitForURL(/complaint/);
		// What a browser does not bring back by itself is typed again.
		await fillIn(page);
	},
	'with a choice taken back and a text emptied': async (page) => {
		await histories['typed before the language was changed']?.(page);
		await page.locator('select').first().selectOption({ index: 0 });
		await page.locator('[name="words"]').fill(`${words}.`);
	},
	// No form of ours asks for one yet.
	'with a file': async (page) => {
		await page.locator('main form').evaluate((form) => {
			const field = document.createElement('input');
			form.append(Object.assign(field, { type: 'file', name: 'paper' }));
		});
		const file = { name: 'lettre.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
		await page.locator('[name="paper"]').setInputFiles(file);
		await page.locator('[name="words"]').fill(words);
	},
};

for (const [name, history] of Object.entries(histories))
	test(`a new version waits, says so, and costs a form nothing: ${name}`, async ({ browser }) => {
		await onWire(browser, origin(), async ({ page, wire }) => {
			await visitOnce(page, 'fr', '/help/complaint');
			await history(page);
			const before = await filledIn(page);
			expect(before.join('\n')).toContain(words);
			await page.evaluate(() => ((globalThis as unknown as { mark: number }).mark = 1));

			await bring(page, wire);
			expect(await waiting(page), 'it does not begin by itself').toBe(true);
			await offer(page).click();
			await expect(done(page)).toBeVisible();
			await expect(offer(page)).toBeHidden();
			await expect.poll(() => waiting(page)).toBe(false);
			expect(await filledIn(page)).toEqual(before);
			expect(await page.evaluate('mark'), 'the page is the same one').toBe(1);
		});
	});

test('nor does it cost a form in another window, and the offer goes there too', async ({ browser }) => {
	await onWire(browser, origin(), async ({ page, context, wire }) => {
		await visitOnce(page, 'fr');
		const other = await context.newPage();
		await other.goto('/fr/help/callback');
		await other.locator('[name="number"]').fill('0470 12');
		await bring(page, wire);
		await expect(offer(other)).toBeVisible();
		await offer(page).click();
		await expect(done(page)).toBeVisible();
		await expect(offer(other)).toBeHidden();
		await expect(other.locator('[name="number"]')).toHaveValue('0470 12');
		// The next page is of the new version, and nothing is offered any more.
		await page.goto('/fr/about');
		await expect(page.locator('[data-update]')).toHaveText('', { useInnerText: true });
	});
});

test('a form that could not be sent is not sent by taking the new version, only by who presses', async ({
	browser,
}) => {
	await onWire(browser, origin(), async ({ page, context, wire }) => {
		const posts: string[] = [];
		await visitOnce(page, 'fr', '/help/complaint');
		await page.locator('[name="subject"][value="too_slow"]').check();
		await page.locator('[name="service"][value="commune"]').check();
		await page.locator('[name="words"]').fill(words);
		await withoutNetwork(context, async () => {
			await page.locator('main form .button--main').first().click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre formulaire n’est pas parti');
		});
		page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
		await bring(page, wire);
		await offer(page).click();
		await expect(done(page)).toBeVisible();
		await expect.poll(() => waiting(page)).toBe(false);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre formulaire n’est pas parti');
		await expect(page.locator('main form [name="words"]')).toHaveValue(words);
		expect(posts).toEqual([]);
		await page.locator('main form .button--main').click();
		await expect(page).toHaveURL(/\/fr\/help\/complaint\/[A-Z0-9-]+$/);
		expect(posts.length).toBe(1);
	});
});
