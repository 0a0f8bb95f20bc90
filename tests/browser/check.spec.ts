import type { Page } from '@playwright/test';
import { checkAnswers, goOn, plainAnswers, walkCheckTo, walkCheckToResult } from '../support/checkWalk.ts';
import { expect, test } from '../support/test.ts';

const titles: Record<string, RegExp> = {
	probably_obliged: /probablement obligatoire/,
	probably_exempt: /probablement pas obligatoire/,
	probably_voluntary: /probablement suivre le parcours librement/,
	cannot_tell: /Nous ne savons pas/,
};
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const start = (page: Page, language = 'fr') => page.goto(`/${language}/check`);
const checkCookies = async (page: Page) =>
	(await page.context().cookies()).filter((cookie) => cookie.name.endsWith('halte-check'));

for (const answer of checkAnswers)
	test(`without scripts, the answers lead to ${answer}, which is an indication with a person beside it`, async ({
		noScript: page,
	}) => {
		await start(page);
		await walkCheckToResult(answer)(page);
		await expect(page).toHaveURL(/\/fr\/check\/result$/);
		await expect(title(page)).toHaveText(titles[answer]!);
		await expect(page.locator('main')).toContainText('une indication, pas une décision');
		await expect(page.locator('main')).toContainText('20 juillet 2023');
		await expect(page.locator('a[href="/fr/help/callback"]').first()).toBeVisible();
	});

test('a paper that settles it ends the questions: nobody guesses', async ({ noScript: page }) => {
	const because = {
		waiting_register: 'registre d’attente',
		none: 'pas encore de titre de séjour',
		short: '3 mois ou moins',
		unknown: 'quel papier',
	};
	for (const [paper, reason] of Object.entries(because)) {
		await start(page);
		await walkCheckToResult('probably_obliged', { paper: { choose: { paper } } })(page);
		await expect(title(page)).toHaveText(titles['cannot_tell']!);
		await expect(page.locator('main')).toContainText(reason);
	}
});

test('what else could matter is never guessed', async ({ noScript: page }) => {
	for (const situation of ['student', 'belgian_diploma', 'unknown']) {
		await start(page);
		await walkCheckToResult('probably_obliged', { situation: { choose: { situation } } })(page);
		await expect(title(page)).toHaveText(titles['cannot_tell']!);
	}
});

test('the day that the reasons speak of is named', async ({ noScript: page }) => {
	await start(page, 'nl');
	await walkCheckToResult('probably_obliged')(page);
	await expect(page.locator('main')).toContainText(/Uw eerste inschrijving: .?dinsdag 10 maart 2026.?\./);
});

test('a stay that begins after the registration, and a day without its year, are asked again', async ({
	noScript: page,
}) => {
	await start(page);
	await walkCheckTo('stay')(page);
	await page.locator('[name="stay-day"]').fill('1');
	await page.locator('[name="stay-month"]').fill('5');
	await goOn(page);
	await expect(page.locator('#stay-error')).toContainText('Écrivez au moins l’année');
	await page.locator('[name="stay-year"]').fill('2026');
	await goOn(page);
	await expect(page.locator('#stay-error')).toContainText('après votre première inscription');
});

test('what is wrong is said beside its field, and what was typed stays', async ({ page }) => {
	await start(page);
	await walkCheckTo('birth')(page);
	await page.locator('[name="birth-day"]').fill('31');
	await page.locator('[name="birth-month"]').fill('2');
	await page.locator('[name="birth-year"]').fill('1985');
	await goOn(page);
	await expect(page.locator('.error-summary')).toBeFocused();
	await expect(page.locator('#birth-error')).toBeVisible();
	await expect(page.locator('[name="birth-day"]')).toHaveValue('31');
	await page.locator('.error-summary a').click();
	await expect(page.locator('#birth')).toBeFocused();
	await expect(page.locator('#birth-error')).toContainText('Cette date n’existe pas');
	await page.locator('[name="birth-year"]').fill('26');
	await goOn(page);
	await expect(page.locator('#birth-error')).toContainText('L’année a 4 chiffres');
});

test('the language changes without losing an answer, given or half typed', async ({ noScript: page }) => {
	await start(page);
	await walkCheckTo('birth')(page);
	await page.locator('[name="birth-year"]').fill('1985');
	await page.locator('.language summary').click();
	await page.locator('button[name="_language"][value="ar"]').click();
	await expect(page).toHaveURL(/\/ar\/check\/birth/);
	await expect(page.locator('[name="birth-year"]')).toHaveValue('1985');
	await goOn(page);
	await page.goto('/ar/check/registered');
	await expect(page.locator('[name="registered-month"]')).toHaveValue('3');
});

test('the back button shows each answer as it was given', async ({ noScript: page }) => {
	await start(page);
	await walkCheckTo('stay')(page);
	await page.goBack();
	await expect(page.locator('[name="birth-year"]')).toHaveValue('1985');
	await page.goBack();
	await expect(page.locator('[name="registered-day"]')).toHaveValue('10');
	await page.locator('[name="registered-day"]').fill('99');
	await goOn(page);
	await expect(page.locator('#registered-error')).toBeVisible();
	await page.goBack();
	await expect(page.locator('[name="registered-day"]')).toHaveValue('10');
	await goOn(page);
	await goOn(page);
	await page.goBack();
	await expect(page.locator('[name="birth-month"]')).toHaveValue('7');
	await page.goForward();
	await expect(page).toHaveURL(/\/check\/stay$/);
});

test('several nationalities, each in a list of its own', async ({ noScript: page }) => {
	await start(page, 'ti');
	await walkCheckTo('nationality')(page);
	await page.locator('#nationality').selectOption({ label: 'ኤርትራ' });
	await page.locator('button[name="more"]').click();
	await expect(page.locator('#nationality')).toHaveValue('ERI');
	await page.locator('#nationality-2').selectOption('SWE');
	await goOn(page);
	await page.goBack();
	await expect(page.locator('#nationality-2')).toHaveValue('SWE');
});

test('no answer stands in an address, and none can be read in the cookie', async ({ page }) => {
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	await start(page);
	await walkCheckToResult('probably_exempt')(page);
	expect(addresses.filter((address) => /1985|2026|FRA|long/.test(new URL(address).pathname))).toEqual([]);
	expect(addresses.filter((address) => new URL(address).search !== '')).toEqual(
		addresses.filter((address) => /\?\/start$/.test(address)),
	);
	const [cookie] = await checkCookies(page);
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
	expect(Buffer.from(cookie!.value, 'base64url').toString('latin1')).not.toMatch(/1985|FRA/);
	expect(cookie!.expires - Date.now() / 1000).toBeLessThan(21 * 60);
});

test('forgetting leaves nothing to come back to', async ({ page }) => {
	await start(page);
	await walkCheckToResult('probably_obliged')(page);
	// What comes next is the way to go on, not to forget it all.
	await expect(page.locator('main .button--main')).toHaveCount(0);
	await page.locator('main form .button--quiet').click();
	await expect(page.locator('main').getByRole('status')).toBeVisible();
	expect(await checkCookies(page)).toEqual([]);
	await page.goBack();
	await expect(page).toHaveURL(/\/check\?expired$/);
	await page.goto('/fr/check/birth');
	await expect(page).toHaveURL(/\/check\?expired$/);
});

test('a start is always fresh, and nobody jumps over a question', async ({ page }) => {
	await start(page);
	await walkCheckTo('stay')(page);
	await start(page);
	await goOn(page);
	await expect(page.locator('input:checked')).toHaveCount(0);
	await page.goto('/fr/check/situation');
	await expect(page).toHaveURL(/\/check\/paper$/);
	await page.goto('/fr/check/result');
	await expect(page).toHaveURL(/\/check\/paper$/);
	expect((await page.goto('/fr/check/nothing'))?.status()).toBe(404);
});

test('with the keyboard alone', async ({ page }) => {
	await start(page);
	await page.locator('main form .button--main').focus();
	await page.keyboard.press('Enter');
	await page.locator('#paper').focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/check\/registered$/);
	await page.locator('[name="registered-year"]').focus();
	await page.keyboard.type('2026');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/check\/birth$/);
	expect(Object.keys(plainAnswers)).toContain('birth');
});
