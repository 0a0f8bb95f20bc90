import { routes } from '../support/routes.ts';
import { addressOf, expect, test } from '../support/test.ts';
import { barOfKept, bars, kilobytes, weighAgain, weighFirst, weighKept } from '../support/weigh.ts';
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
		const here = pages.filter(({ bare }) => !bare || language === 'fr');
		const addresses = here.map((visit) => addressOf(visit, language));
		const again = await weighAgain(
			...([browser, baseURL ?? '', language] as const),
			addresses.map((address) => ({ address })),
		);
		for (const [index, address] of addresses.entries()) {
			const first = await weighFirst(browser, baseURL ?? '', address);
			const next = again[index] ?? 0;
			const line = `${address}: first ${kilobytes(first.all)}, scripts ${kilobytes(first.scripts)}, again ${kilobytes(next)}`;
			test.info().annotations.push({ type: 'weight', description: line });
			if (first.all > bars.first || first.scripts > bars.scripts || next > bars.again) heavy.push(line);
		}
		expect(heavy).toEqual([]);
	});

	test(`what is kept of ${language} for reading without a network costs at most 65 KB, once`, async ({
		browser,
		baseURL,
	}) => {
		const kept = await weighKept(browser, baseURL ?? '', language);
		test.info().annotations.push({ type: 'weight', description: `kept ${kilobytes(kept)}` });
		expect(kept).toBeGreaterThan(10_000);
		expect(kept).toBeLessThanOrEqual(barOfKept);
	});
}
