import type { Language } from '#lib/domain/languages.ts';
import { expect, origin, test } from '../support/test.ts';
import { barOfKept, bars, kilobytes, weighAgain, weighFirst, weighKept } from '../support/weigh.ts';
import { arriveAt, weighed } from '../support/weighed.ts';
import type { Arrival } from '../support/weighed.ts';
import type { Visit } from '../support/visits.ts';

/** Every page as nobody or as somebody signed in, in the four scripts; in Cyrillic, which is light, as nobody only. */
const parts: { who: string; languages: Language[]; visits: Visit[] }[] = [
	{ who: 'nobody', languages: ['fr', 'ar', 'ti', 'uk'], visits: weighed.filter(({ as }) => !as) },
	{ who: 'somebody signed in', languages: ['fr', 'ar', 'ti'], visits: weighed.filter(({ as }) => as) },
];

for (const { who, languages, visits } of parts)
	for (const language of languages)
		test(`a first visit of ${who} in ${language} costs at most 110 KB, 40 of them scripts, and the next one 15`, async ({
			browser,
			deps,
		}) => {
			test.setTimeout(480_000);
			const heavy: string[] = [];
			const here = visits.filter(({ bare }) => !bare || language === 'fr');
			const pages: Arrival[] = [];
			for (const visit of here)
				pages.push(await arriveAt({ browser, origin: origin(), deps }, visit, language));
			// Two phones, each on wires of its own: most of the time a wire is only listened to.
			const [again, firsts] = await Promise.all([
				weighAgain(browser, origin(), language, pages),
				weighFirst(browser, origin(), pages),
			]);
			for (const [index, { address }] of pages.entries()) {
				const first = firsts[index] ?? { all: Infinity, scripts: Infinity };
				const { weight: next = Infinity, asked = [] } = again[index] ?? {};
				const line = `${address}: first ${kilobytes(first.all)}, scripts ${kilobytes(first.scripts)}, again ${kilobytes(next)}`;
				test.info().annotations.push({ type: 'weight', description: line });
				// The end of a visit at the counter empties the browser each time: nothing can be there again.
				const isAgain = !address.includes('/kiosk/end');
				const isHeavy = first.all > bars.first || first.scripts > bars.scripts;
				if (isHeavy || (isAgain && next > bars.again)) heavy.push(`${line} (${asked.join(' ')})`);
			}
			expect(heavy).toEqual([]);
		});

for (const language of ['fr', 'ar', 'ti', 'uk'] as const)
	test(`what is kept of ${language} for reading without a network costs at most ${barOfKept / 1000} KB, once`, async ({
		browser,
		baseURL,
	}) => {
		const kept = await weighKept(browser, baseURL ?? '', language);
		test.info().annotations.push({ type: 'weight', description: `kept ${kilobytes(kept)}` });
		expect(kept).toBeGreaterThan(10_000);
		expect(kept).toBeLessThanOrEqual(barOfKept);
	});
