import type { Locator, Page } from '@playwright/test';

/** One way to use a page with hands, and no other: everything that a task needs. */
export type Hands = {
	press(target: Locator): Promise<void>;
	choose(radio: Locator): Promise<void>;
	write(field: Locator, text: string): Promise<void>;
};

/** Fingers on a screen without a keyboard: letters come from the keys that the page shows. */
export const fingers = (page: Page): Hands => ({
	press: (target) => target.tap(),
	choose: (radio) => radio.tap(),
	async write(field, text) {
		await field.tap();
		const keys = page.locator('.kiosk-keys');
		await keys.waitFor();
		for (const letter of text) await keys.getByRole('button', { name: letter, exact: true }).tap();
		await keys.locator('.kiosk-keys__close').tap();
	},
});

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
	async write(field, text) {
		await tabTo(page, () => isOn(field));
		await page.keyboard.type(text);
	},
});
