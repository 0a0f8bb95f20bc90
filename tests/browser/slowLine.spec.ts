import type { Page } from '@playwright/test';
import { walkCheckHere } from '../support/checkWalk.ts';
import { keptAt, makeOld, onWire, visitOnce } from '../support/offline.ts';
import { expect, origin, test } from '../support/test.ts';

// Most of it is waiting: for that, one worker is enough, while the others go on.
test.describe.configure({ mode: 'default' });

const copyMark = (page: Page) => page.locator('.kept-copy');

test('on a line that hangs a kept page opens as a copy, which says so, and is renewed once it goes on', async ({
	browser,
}) => {
	await onWire(browser, origin(), async ({ page, wire }) => {
		await visitOnce(page, 'fr');
		await makeOld(page, 'fr');
		wire.hold();
		expect((await page.goto('/fr/help'))?.status()).toBe(200);
		await expect(copyMark(page)).toHaveText(/\d{4}/);
		await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
		// With the scripts that were kept with it.
		await page.goto('/fr/check');
		await walkCheckHere('probably_obliged')(page);
		await expect(page.locator('[data-indication="probably_obliged"]')).toBeVisible();
		expect(await keptAt(page, 'fr')).toBe(0);

		wire.letGo();
		await expect.poll(() => keptAt(page, 'fr')).toBeGreaterThan(0);
		await page.goto('/fr/help');
		await expect(copyMark(page)).toHaveCount(0);
	});
});

test('a page that is not kept says after a while that nothing comes, and opens once it does', async ({
	browser,
}) => {
	await onWire(browser, origin(), async ({ page, wire }) => {
		await visitOnce(page, 'ar');
		wire.hold();
		expect((await page.goto('/ar/pathway'))?.status()).toBe(503);
		await expect(page).toHaveURL(/\/ar\/pathway$/);
		await expect(page.locator('main a[href$="/check"]')).toBeVisible();
		wire.letGo();
		await page.locator('main form .button--main').click();
		await expect(page.locator('main a[href$="/sign-in"]').first()).toBeVisible();
	});
});

test('a slow answer that began is waited for', async ({ browser }) => {
	await onWire(browser, origin(), async ({ page, wire }) => {
		await visitOnce(page, 'fr');
		wire.hold();
		const answer = page.goto('/fr/help');
		await page.waitForTimeout(500);
		wire.letGo();
		expect((await answer)?.status()).toBe(200);
		await expect(copyMark(page)).toHaveCount(0);
	});
});
