import type { Page } from '@playwright/test';
import { returnAddress } from '#lib/server/auth/identityProvider.ts';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import { startIdentityProvider } from '../support/identityProvider.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { freePort, startHalte } from '../support/startHalte.ts';
import { expect, test } from '../support/test.ts';

/** Signs in at the provider by hand. */
const vouch = async (page: Page, nationalNumber: string) => {
	await page.locator('[name="login"]').fill(nationalNumber);
	await page.locator('[name="password"]').fill('any');
	await page.locator('button[type="submit"]').click();
	const consent = page.locator('[name="prompt"][value="consent"]');
	if (await consent.count()) await page.locator('button[type="submit"]').click();
};

test('by itsme or eID: there and back, without scripts; unknown, refused and away each with a next step', async ({
	browser,
}) => {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const provider = await startIdentityProvider({ returnAddress: returnAddress(origin) });
	const halte = await startHalte({
		settings: {
			...{ PORT: String(port), HALTE_DEMO: '0' },
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: provider.clientId,
			OIDC_CLIENT_SECRET: provider.clientSecret,
		},
	});
	const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
	const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
	const page = await context.newPage();
	try {
		await openNewcomer(createDeps(opened.pool, opened.keys), { nationalNumber: '85073003328' });
		await page.goto('/fr/sign-in?to=/fr/me');
		await page.locator('a[href*="/sign-in/provider"]:not([href*="shared"])').click();
		await vouch(page, '85073003328');
		await expect(page).toHaveURL(`${origin}/fr/me`);
		await expect(page.locator('header').getByText('Omar')).toBeVisible();
		await expect(page.locator('#signed-in')).toContainText('identité électronique');
		await page.locator('main form[action$="/signOut"] button').first().click();

		// On a device of others the provider asks again, and nothing outlives the browser.
		await page.goto('/ar/sign-in');
		await page.locator('a[href*="/sign-in/provider"][href*="shared"]').click();
		await vouch(page, '85073003328');
		await expect(page).toHaveURL(`${origin}/ar/pathway`);
		const held = (await context.cookies(origin)).filter((cookie) => cookie.name === 'halte-sign-in');
		expect(held).toMatchObject([{ expires: -1 }]);
		await page.locator('[data-shared-device] button').first().click();
		await expect(page).toHaveURL(/left=shared/);

		await page.goto('/nl/sign-in');
		await page.locator('a[href*="/sign-in/provider"]').first().click();
		await vouch(page, '93051822361');
		await expect(page).toHaveURL(/\/nl\/sign-in\/refused\?why=no_dossier$/);
		await expect(page.locator('main a[href="/nl/help/callback"]')).toBeVisible();

		await page.goto('/sign-in/return?code=made-up&state=made-up');
		await expect(page).toHaveURL(/\/sign-in\/refused\?why=provider_refused$/);

		await page.goto('/fr/sign-in/refused?why=provider_away');
		await expect(page.locator('h1')).toContainText('itsme');
		await expect(page.locator('main a[href="/fr/sign-in"]')).toBeVisible();
	} finally {
		await context.close();
		await opened.close();
		await provider.stop();
		await halte.stop();
	}
});
