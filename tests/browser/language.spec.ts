import type { Page } from '@playwright/test';
import { languages } from '#lib/domain/languages.ts';
import { expect, origin, test } from '../support/test.ts';

const choose = async (page: Page, language: string) => {
	await page.locator('.language summary').click();
	await page.locator(`.language__list [lang="${language}"]`).click();
};

test('the first screen offers all languages by their own names, and the last one first the next time', async ({
	noScript: page,
}) => {
	await page.goto('/');
	await expect(page.locator('.languages a')).toHaveCount(12);
	await page.getByRole('link', { name: 'ትግርኛ' }).click();
	await expect(page).toHaveURL(/\/ti$/);
	await page.goto('/');
	await expect(page.locator('.languages a').first()).toHaveText('ትግርኛ');
});

test('the frame of the first screen speaks the language of the browser until one is chosen', async ({
	browser,
}) => {
	for (const [locale, language, direction, help] of [
		['ar-SY', 'ar', 'rtl', /هل نتصل بك؟/],
		['nl-BE', 'nl', 'ltr', /Zullen we u bellen/],
		['de-DE', 'fr', 'ltr', /On vous appelle/],
	] as const) {
		const context = await browser.newContext({ locale, baseURL: origin(), javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto('/');
		await expect(page).toHaveURL(/:\d+\/$/);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.locator('html')).toHaveAttribute('dir', direction);
		await expect(page.locator('.help')).toContainText(help);
		await expect(page.locator('.help a[href$="/help/callback"]')).toHaveAttribute(
			'href',
			`/${language}/help/callback`,
		);
		// The question itself stays in the languages of the Region and in English, with all twelve to choose.
		await expect(page.locator('h1 [lang]')).toHaveCount(3);
		await expect(page.locator('.languages a')).toHaveCount(12);
		await page.getByRole('link', { name: 'Türkçe' }).click();
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
		await context.close();
	}
});

test('every page is one action away from the same page in another language', async ({ noScript: page }) => {
	await page.goto('/fr/about');
	await choose(page, 'fa');
	await expect(page).toHaveURL(/\/fa\/about$/);
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('answers stay when the language changes, without a script', async ({ noScript: page }) => {
	await page.goto('/fr/sign-in');
	await page.locator('[name="code"]').fill('ABCD');
	await page.locator('[name="birthDate-year"]').fill('1985');
	await choose(page, 'ar');
	await expect(page).toHaveURL(/\/ar\/sign-in$/);
	await expect(page.locator('[name="code"]')).toHaveValue('ABCD');
	await expect(page.locator('[name="birthDate-year"]')).toHaveValue('1985');
});

test('the keyboard is where it was when the language changes', async ({ page }) => {
	await page.goto('/fr/sign-in');
	const field = page.locator('[name="birthDate-year"]');
	await field.fill('1985');
	await choose(page, 'nl');
	await expect(page).toHaveURL(/\/nl\/sign-in#/);
	await expect(field).toHaveValue('1985');
	await expect(field).toBeFocused();
});

test('Enter in a field sends the form, and does not choose a language', async ({ noScript: page }) => {
	await page.goto('/nl/sign-in');
	await page.locator('[name="code"]').fill('ABCD');
	await page.locator('[name="code"]').press('Enter');
	await expect(page).toHaveURL(/\/nl\/sign-in/);
	await expect(page.locator('.error-summary')).toBeFocused();
	await expect(page.locator('[name="code"]')).toHaveValue('ABCD');
});

test('French or Dutch stands under each text on demand, on every page, until it is hidden again', async ({
	noScript: page,
}) => {
	await page.goto('/en/about');
	await expect(page.locator('.original')).toHaveCount(0);
	await page.locator('.unchecked').getByRole('link', { name: 'Nederlands' }).click();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toContainText('About Halte');
	await expect(heading.locator('[lang="nl"]')).toHaveText('Over Halte');
	await page.goto('/en/privacy');
	await expect(page.locator('h1 [lang="nl"]')).toBeVisible();
	await page.goto('/en/sign-in');
	await page.locator('[name="code"]').fill('ABCD');
	await page.locator('.unchecked button').last().click();
	await expect(page.locator('.original')).toHaveCount(0);
	await expect(page.locator('[name="code"]')).toHaveValue('ABCD');
});

test('with the keyboard: a link leads to the title of its page, and the next key goes on from there', async ({
	page,
}) => {
	const title = page.locator('h1');
	await page.goto('/fr');
	await expect(title).not.toBeFocused();
	await page.locator('main a[href="/fr/check"]').first().focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/fr\/check$/);
	await expect(title).toBeFocused();
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('main, footer, aside')?.tagName)).toBe(
		'MAIN',
	);
	await page.locator('main form .button--main').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/check\/paper$/);
	await expect(title).toBeFocused();
	// What was refused is read first, also after the language changed.
	await page.locator('main form .button--main').first().focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.error-summary')).toBeFocused();
	await page.reload();
	await expect(title).not.toBeFocused();
});

test('the ways to a person are said in whole words with air around them on the narrowest telephone, in every language', async ({
	page,
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const broken: string[] = [];
	for (const language of languages) {
		await page.goto(`/${language}/about`);
		await page.evaluate(() => document.fonts.ready.then(() => {}));
		const found = await page.evaluate(() => {
			const words: string[] = [];
			for (const link of document.querySelectorAll('.help__ways a')) {
				const { left: from, right: to } = link.getBoundingClientRect();
				const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
				for (let text = walker.nextNode(); text; text = walker.nextNode())
					for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
						const range = document.createRange();
						range.setStart(text, index);
						range.setEnd(text, index + word.length);
						const boxes = [...range.getClientRects()];
						const lines = new Set(boxes.map(({ top }) => Math.round(top)));
						const isTight = boxes.some(({ left, right }) => left < from + 5.5 || right > to - 5.5);
						const isSeen = !text.parentElement?.matches('.help__number');
						if (lines.size > 1 || (isTight && isSeen)) words.push(word);
					}
			}
			return words;
		});
		broken.push(...found.map((word) => `${language}: ${word}`));
	}
	expect(broken).toEqual([]);
});

test('the doors stand where they are whichever of them is the page, and on one row in French', async ({
	noScript: page,
}) => {
	const places = () =>
		page.locator('.doors a').evaluateAll((links) =>
			links.map((link) => {
				const { left, top } = link.getBoundingClientRect();
				return [Math.round(left), Math.round(top)];
			}),
		);
	for (const language of languages) {
		const found: Record<number, number[][][]> = { 320: [], 360: [] };
		for (const path of ['about', 'offices', 'courses']) {
			await page.goto(`/${language}/${path}`);
			await expect(page.locator('.doors [aria-current="page"]')).toHaveCount(path === 'about' ? 0 : 1);
			for (const [width, pages] of Object.entries(found)) {
				await page.setViewportSize({ width: Number(width), height: 640 });
				pages.push(await places());
			}
		}
		for (const [width, pages] of Object.entries(found))
			expect(pages, `${language} at ${width}`).toEqual(pages.map(() => pages[0]));
		if (language === 'fr') expect(new Set(found[360]?.[0]?.map(([, top]) => top)).size).toBe(1);
	}
});

test('the number to call can be read once on every size of screen, and under its own name', async ({
	page,
}) => {
	await page.goto('/ar/about');
	const written = page.locator('.help__written');
	const number = page.locator('.help__number');
	await page.setViewportSize({ width: 360, height: 800 });
	const name = await written.locator('p').innerText();
	await expect(page.locator('.help__ways a').first()).toContainText(name);
	await expect(written.locator('a[href^="tel:"]')).toHaveText(/^02 0/);
	await expect(written.locator('a')).toBeVisible();
	await expect(number).not.toHaveCSS('clip-path', 'none');
	// The address to write to is that alone.
	await expect(page.locator('.help__post')).not.toContainText(/02 0/);
	await page.setViewportSize({ width: 1280, height: 800 });
	await expect(number).toHaveText(/^02 0/);
	await expect(number).toHaveCSS('clip-path', 'none');
	await expect(number).toBeVisible();
	await expect(written).toBeHidden();
	await page.setViewportSize({ width: 360, height: 800 });
	await page.emulateMedia({ media: 'print' });
	await expect(number).toHaveCSS('clip-path', 'none');
	await expect(written).toBeHidden();
});
