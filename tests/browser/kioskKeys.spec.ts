import type { Browser, Page } from '@playwright/test';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { byHand } from '../support/byHand.ts';
import { fingers } from '../support/hands.ts';
import { ask, belowFingers, overflow } from '../support/pageChecks.ts';
import { expect, test } from '../support/test.ts';

/** A sentence as people write it, with a capital, a sign and a digit; Latin letters among others. */
const sentences: Record<Language, string> = {
	fr: 'Où est ma réponse ? Élodie, 3e étage',
	nl: "Zó'n vraag: één brief, 2 weken!",
	en: "I didn't get it. Why? (twice, in 2026)",
	ar: 'أين الجواب؟ انتظرت 3 أشهر، CPAS',
	fa: 'پاسخ کجاست؟ می\u200cپرسم، گچ و ژاله 2',
	ps: 'ځواب چېرته دی؟ ښه ګوډاګی، ټول 2',
	tr: 'İşte ığdır: çözüm şu, 2 gün',
	es: '¿Dónde está? Año 2026, señora',
	pt: 'Não recebi a informação. Já são 2!',
	ru: 'Где ответ? Объявление, ёлка, CPAS 2',
	uk: "Де відповідь? Об'єкт, їжак, ґанок 2",
	ti: 'መልሲ ኣበይ ኣሎ? ሓደ ቋንቋ፡ 2 ወርሒ። CPAS',
};

const screenOf = async (browser: Browser, baseURL: string | undefined, options: object): Promise<Page> => {
	const context = await browser.newContext({ baseURL, viewport: { width: 1080, height: 1920 }, ...options });
	return context.newPage();
};

const openComplaint = async (page: Page, language: Language): Promise<void> => {
	await page.goto(`/${language}/kiosk/home`);
	await byHand(page, `/${language}/kiosk/help/complaint`);
};

for (const language of languages)
	test(`a finger writes a sentence in ${language}, on keys of 60 px that fit the screen`, async ({
		browser,
		baseURL,
	}) => {
		const page = await screenOf(browser, baseURL, { hasTouch: true });
		const words = page.locator('[name="words"]');
		const keys = page.locator('.kiosk-keys');
		const faults: Record<string, unknown> = {};
		for (const [width, height] of [
			[1920, 1080],
			[960, 1200],
			[1080, 1920],
		] as const) {
			await page.setViewportSize({ width, height });
			await openComplaint(page, language);
			await words.tap();
			await expect(keys).toBeVisible();
			// The device's own keys would cover the page a second time.
			await expect(words).toHaveJSProperty('inputMode', 'none');
			const found = await ask(page, { belowFingers, overflow });
			const outside = await keys.evaluate((place) =>
				[...place.querySelectorAll('button')]
					.map((key) => [key.textContent, key.getBoundingClientRect()] as const)
					.filter(([, { left, right }]) => left < 0 || right > innerWidth)
					.map(([name]) => name),
			);
			const field = await words.boundingBox();
			const covered = (field?.y ?? 0) + 60 > ((await keys.boundingBox())?.y ?? 0);
			const isFaulty = [...Object.values(found), outside].some(({ length }) => length > 0) || covered;
			if (isFaulty) faults[width] = { ...found, outside, covered };
		}
		expect(faults).toEqual({});
		await fingers(page).write(words, sentences[language]);
		await expect(keys).toBeHidden();
		// Put away, they leave this field to the keys of the device.
		await words.tap();
		await expect(keys).toBeHidden();
		await expect(words).not.toHaveJSProperty('inputMode', 'none');
		await page.context().close();
	});

test('without a touch no keys come by themselves; a button brings them, and a keyboard goes through them', async ({
	browser,
	baseURL,
}) => {
	const page = await screenOf(browser, baseURL, {});
	await openComplaint(page, 'fr');
	const words = page.locator('[name="words"]');
	const keys = page.getByRole('group', { name: 'Clavier à l’écran' });
	await words.click();
	await expect(keys).toBeHidden();
	await expect(words).not.toHaveJSProperty('inputMode', 'none');
	await page.keyboard.press('Tab');
	const button = page.getByRole('button', { name: 'Clavier à l’écran' });
	await expect(button).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(keys.getByRole('button', { name: 'a', exact: true })).toBeFocused();
	// Along the row, over its end, and down to the next.
	for (const key of ['ArrowRight', 'Enter', 'ArrowLeft', 'ArrowLeft', 'Enter', 'ArrowDown', 'Enter'])
		await page.keyboard.press(key);
	await expect(words).toHaveValue('zpm');
	await page.keyboard.press('Escape');
	await expect(keys).toBeHidden();
	await expect(words).toBeFocused();
	await page.context().close();
});

test('each kind of field has its own keys, named for whoever hears them', async ({ browser, baseURL }) => {
	const page = await screenOf(browser, baseURL, { hasTouch: true });
	await page.goto('/ar/kiosk/home');
	await byHand(page, '/ar/kiosk/sign-in');
	const keys = page.locator('.kiosk-keys');
	const key = (name: string) => keys.getByRole('button', { name, exact: true });
	await page.locator('#code').tap();
	await expect(key('A')).toBeVisible();
	await expect(key('7')).toBeVisible();
	await page.locator('[name="birthDate-day"]').tap();
	await expect(key('7')).toBeVisible();
	await expect(key('A')).toHaveCount(0);
	await byHand(page, '/ar/kiosk/help/complaint');
	await page.locator('[name="words"]').tap();
	await expect(key('ض')).toHaveAttribute('lang', 'ar');
	const latin = keys.locator('.kiosk-keys__latin');
	await expect(latin).toHaveAccessibleName('abc حروف لاتينية');
	await latin.tap();
	const capitals = keys.locator('.kiosk-keys__shift');
	await capitals.tap();
	await expect(capitals).toHaveAttribute('aria-pressed', 'true');
	await key('A').tap();
	await key('b').tap();
	await expect(page.locator('[name="words"]')).toHaveValue('Ab');
	await page.context().close();
});
