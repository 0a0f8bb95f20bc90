import { routes } from '../support/routes.ts';
import { addressOf, expect, test } from '../support/test.ts';
import { barOfKept, bars, kilobytes, weighKept, weighPage } from '../support/weigh.ts';
import { visits } from '../support/visits.ts';

/** Each page once, as nobody: what a first visit on a phone costs. */
const pages = [
	...new Map(
		visits
			.filter(({ as, act, seed, status }) => !as && !act && !seed && !status)
			.map((visit) => [visit.route, visit] as const)
			.toReversed(),
	).values(),
].filter(({ route }) => routes.some(({ id }) => id === route));

for (const language of ['fr', 'ar', 'ti', 'uk'] as const) {
	test(`a first visit in ${language} costs at most 110 KB, 40 of them scripts, and the next one 15`, async ({
		browser,
		baseURL,
	}) => {
		test.setTimeout(360_000);
		const heavy: string[] = [];
		for (const visit of pages.filter(({ bare }) => !bare || language === 'fr')) {
			const address = addressOf(visit, language);
			const { first, scripts, again } = await weighPage(browser, baseURL ?? '', address);
			const line = `${address}: first ${kilobytes(first)}, scripts ${kilobytes(scripts)}, again ${kilobytes(again)}`;
			test.info().annotations.push({ type: 'weight', description: line });
			if (first > bars.first || scripts > bars.scripts || again > bars.again) heavy.push(line);
		}
		expect(heavy).toEqual([]);
	});

	test(`what is kept of ${language} for reading without a network costs at most 40 KB, once`, async ({
		browser,
		baseURL,
	}) => {
		const { kept, again } = await weighKept(browser, baseURL ?? '', language);
		test.info().annotations.push({ type: 'weight', description: `kept ${kilobytes(kept)}` });
		expect(kept).toBeGreaterThan(10_000);
		expect(kept).toBeLessThanOrEqual(barOfKept);
		expect(again).toBeLessThanOrEqual(bars.again);
	});
}
