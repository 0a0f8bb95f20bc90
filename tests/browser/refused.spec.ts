import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { showLetterCode } from '#lib/domain/letterCode.ts';
import { laterTime } from '../support/callWindow.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { expect, test } from '../support/test.ts';

const send = (page: Page) => page.locator('main form#answers .button--main').click();
const summary = (page: Page) => page.locator('.error-summary');

/** A form of words: how somebody fills it in wrongly, what of it must never be lost, and how they put it right. */
type Form = {
	path: string;
	typed: Record<string, string>;
	mend: (page: Page, code: string) => Promise<void>;
	arrives: RegExp;
};

const forms: Form[] = [
	{
		path: '/sign-in',
		typed: { code: 'K7Q2', 'birthDate-day': '31', 'birthDate-year': '1985' },
		mend: async (page, code) => {
			await page.locator('#code').fill(showLetterCode(code));
			await page.locator('[name="birthDate-day"]').fill('30');
			await page.locator('[name="birthDate-month"]').fill('7');
		},
		arrives: /\/pathway$/,
	},
	{
		path: '/help/callback',
		typed: { number: '12', otherPerson: 'ሰላም' },
		mend: async (page) => {
			await page.locator('#topic').check();
			await page.locator('#number').fill(`0470 ${randomInt(100_000, 999_999)}`);
			await (await laterTime(page)).check();
		},
		arrives: /\/help\/callback\/[0-9A-Z-]+$/,
	},
	{
		path: '/help/complaint',
		typed: { words: 'لا أحد يجيب', answer: 'x' },
		mend: async (page) => {
			await page.locator('#subject').check();
			await page.locator('[name="service"][value="this_site"]').check();
			await page.locator('#answer').fill('');
		},
		arrives: /\/help\/complaint\/[0-9A-Z-]+$/,
	},
];

const fillIn = async (page: Page, { path, typed }: Form) => {
	if (path === '/help/callback') await page.locator('[name="pickUp"][value="someone_else"]').check();
	for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
};

const expectRefused = async (page: Page, { typed }: Form) => {
	await expect(summary(page)).toBeVisible();
	for (const [name, value] of Object.entries(typed))
		await expect(page.locator(`[name="${name}"]`)).toHaveValue(value);
};

for (const form of forms)
	for (const language of ['fr', 'ar'])
		test(`${form.path} in ${language}, without scripts: what was refused can be left, come back to, reloaded and mended`, async ({
			noScript: page,
			deps,
		}) => {
			const code = await giveLetter(deps, await openNewcomer(deps));
			const address = `/${language}${form.path}`;
			await page.goto(address);
			await fillIn(page, form);
			await send(page);
			await expect(summary(page)).toBeFocused();
			await expectRefused(page, form);

			await page.goto(`/${language}/offices`);
			await page.goBack();
			await expectRefused(page, form);
			await page.reload();
			await expectRefused(page, form);
			await page.goBack();
			await expect(page).toHaveURL(address);
			await expect(summary(page)).toHaveCount(0);
			await page.goForward();
			await expectRefused(page, form);

			await form.mend(page, code);
			await send(page);
			await expect(page).toHaveURL(form.arrives);
			await page.goBack();
			await expect(page).toHaveURL(new RegExp(`${address}\\?`));
			await expect(page.locator('main form').first()).toBeVisible();
			await expect(summary(page)).toHaveCount(0);
			await page.goBack();
			await expect(page).toHaveURL(address);
			await expect(page.locator('main form').first()).toBeVisible();
		});

test('the focus is on the list of faults each time, also after a way to a field was followed', async ({
	noScript: page,
}) => {
	await page.goto('/fr/sign-in');
	await send(page);
	await expect(summary(page)).toBeFocused();
	await summary(page).locator('a').first().click();
	await expect(page.locator('#code')).toBeFocused();
	await page.locator('#code').press('Enter');
	await expect(page).toHaveURL(/#error-summary$/);
	await expect(summary(page)).toBeFocused();
});

test('the faults are said in the next language too', async ({ noScript: page }) => {
	await page.goto('/fr/sign-in');
	await page.locator('#code').fill('K7Q2');
	await send(page);
	await expect(summary(page).locator('a')).toHaveCount(2);
	await page.locator('[name="birthDate-year"]').fill('1985');
	await page.locator('details[data-languages] summary').click();
	await page.locator('details[data-languages] [lang="ar"]').click();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(summary(page).locator('a')).toHaveCount(2);
	await expect(page.locator('#code')).toHaveValue('K7Q2');
	await expect(page.locator('[name="birthDate-year"]')).toHaveValue('1985');
});

test('signed in, nobody finds the code of the letter by going back', async ({ noScript: page, deps }) => {
	const code = showLetterCode(await giveLetter(deps, await openNewcomer(deps)));
	await page.goto('/fr/sign-in');
	await page.locator('#code').fill(code);
	await send(page);
	await expect(page.locator('#code')).toHaveValue(code);
	for (const [part, value] of Object.entries({ day: '30', month: '7', year: '1985' }))
		await page.locator(`[name="birthDate-${part}"]`).fill(value);
	await send(page);
	await expect(page).toHaveURL(/\/fr\/pathway$/);
	await page.goto('/fr/me');
	await page.locator('main form[action$="/signOut"] button').click();
	await expect(page).toHaveURL(/left=here$/);
	await page.goto('/fr/sign-in?refused=');
	await expect(page.locator('#code')).toHaveValue('');
});

test('a refused choice says why at an address of its own, and can be come back to', async ({
	noScript: page,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/fr/sign-in?to=/fr/courses/bapa-bxl-rights');
	await page.locator('#code').fill(code);
	for (const [part, value] of Object.entries({ day: '30', month: '7', year: '1985' }))
		await page.locator(`[name="birthDate-${part}"]`).fill(value);
	await send(page);
	await expect(page).toHaveURL('/fr/courses/bapa-bxl-rights');
	await send(page);
	await expect(page).toHaveURL(/refused=session_missing&asked=seat/);
	await expect(summary(page)).toBeFocused();
	await page.goto('/fr/offices');
	await page.goBack();
	await expect(summary(page)).toBeVisible();
	await page.goto('/fr/courses/bapa-bxl-rights?refused=<script>&asked=x&on=x');
	await expect(summary(page)).toHaveCount(0);
	await expect(page.getByText('script')).toHaveCount(0);
});
