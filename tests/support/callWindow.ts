import { randomInt } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';

/**
 * One of the later times of day that a page offers for a call, as its radio button. Each time has room for twelve, and
 * the first one is chosen already: tests that all took it would find it full while they still write.
 */
export const laterTime = async (page: Page): Promise<Locator> => {
	const times = page.locator('input[name="window"]');
	const count = await times.count();
	return times.nth(randomInt(Math.min(4, count - 1), Math.min(16, count)));
};
