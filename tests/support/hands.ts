import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** One way to use a page with hands, and no other: everything that a task needs. */
export type Hands = {
	press(target: Locator): Promise<void>;
	choose(radio: Locator): Promise<void>;
	/** Chooses from a list that folds open. */
	select(field: Locator, value: string): Promise<void>;
	write(field: Locator, text: string): Promise<void>;
};

/** Touches the keys on the screen until this letter is written: on the keys that are shown, or on others. */
const touchLetter = async (keys: Locator, letter: string): Promise<void> => {
	const letterKey = (shown: string) =>
		keys.locator(`button:not(.kiosk-keys__form):text-is(${JSON.stringify(shown)})`);
	const tapIfThere = async (key: Locator): Promise<boolean> => {
		const isThere = (await key.count()) > 0;
		// The keys stand still: nobody waits two pictures long for each of them. What is written is read at the end.
		if (isThere) await key.first().tap({ force: true });
		return isThere;
	};
	if (letter === ' ') return keys.locator('.kiosk-keys__space').tap();
	if (letter === '\u200c') return keys.locator('.kiosk-keys__unseen').tap();
	if (await tapIfThere(letterKey(letter))) return;
	const code = letter.codePointAt(0) ?? 0;
	// A syllable of Ethiopic: its consonant first, then its vowel.
	const isSyllable = code >= 0x1200 && code < 0x135b;
	if (isSyllable && (await tapIfThere(letterKey(String.fromCodePoint(code - (code % 8))))))
		return keys.locator('.kiosk-keys__form', { hasText: letter }).tap();
	// The dot of a Turkish capital is part of the letter.
	const small = letter.toLowerCase().replace('\u0307', '');
	const tapCapital = async (): Promise<boolean> => {
		if ((await letterKey(small).count()) === 0) return false;
		await tapIfThere(keys.locator('.kiosk-keys__shift'));
		return tapIfThere(letterKey(letter));
	};
	if (await tapCapital()) return;
	for (const kind of ['own', 'latin', 'signs']) {
		await tapIfThere(keys.locator(`.kiosk-keys__${kind}`));
		if ((await tapIfThere(letterKey(letter))) || (await tapCapital())) return;
	}
	throw new Error(`no key writes ${letter}`);
};

/** Fingers on a screen without a keyboard: letters come from the keys that the page shows. */
export const fingers = (page: Page): Hands => ({
	press: (target) => target.tap(),
	choose: (radio) => radio.tap(),
	async select(field, value) {
		await field.tap();
		// The list that a browser opens is no part of the page.
		await field.selectOption(value);
	},
	async write(field, text) {
		await field.tap();
		const keys = page.locator('.kiosk-keys');
		await keys.waitFor();
		for (const letter of text) await touchLetter(keys, letter);
		await expect(field).toHaveValue(text);
		await keys.locator('.kiosk-keys__close').tap();
	},
});

/** Moves the hand over the page, and waits until the page has felt it: a browser tells of moves when it draws. */
export const moveHand = async (page: Page, x: number, y: number): Promise<void> => {
	await page.evaluate(() => {
		delete document.body.dataset['felt'];
		const feel = () => (document.body.dataset['felt'] = '');
		document.addEventListener('pointermove', feel, { once: true });
	});
	await page.mouse.move(x, y);
	await expect(page.locator('body[data-felt]')).toBeAttached();
};

const isOn = (target: Locator): Promise<boolean> =>
	target.evaluate((element) => element === document.activeElement);

const tabTo = async (page: Page, isThere: () => Promise<boolean>): Promise<void> => {
	for (let steps = 0; steps < 150; steps++) {
		if (await isThere()) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not get there on ${page.url()}`);
};

/** A keyboard alone: what it does not reach cannot be done. */
export const keyboard = (page: Page): Hands => ({
	async press(target) {
		await tabTo(page, () => isOn(target));
		await page.keyboard.press('Enter');
	},
	async choose(radio) {
		const name = await radio.getAttribute('name');
		await tabTo(page, () =>
			page.evaluate((group) => document.activeElement?.getAttribute('name') === group, name),
		);
		for (let steps = 0; steps < 20 && !(await isOn(radio)); steps++) await page.keyboard.press('ArrowDown');
		if (!(await radio.isChecked())) await page.keyboard.press('Space');
	},
	async select(field, value) {
		await tabTo(page, () => isOn(field));
		for (let steps = 0; steps < 400 && (await field.inputValue()) !== value; steps++)
			await page.keyboard.press('ArrowDown');
	},
	async write(field, text) {
		await tabTo(page, () => isOn(field));
		await page.keyboard.type(text);
	},
});
