import type { Browser, Page } from '@playwright/test';
import { routes } from '../support/routes.ts';
import { addressOf, expect, test } from '../support/test.ts';
import { visits } from '../support/visits.ts';

type Weight = { all: number; scripts: number };

/** Goes to a page and counts what comes over the wire until nothing more comes, headers and all. */
const weigh = async (page: Page, address: string): Promise<Weight> => {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const kinds = new Map<string, string>();
	const weight: Weight = { all: 0, scripts: 0 };
	session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		weight.all += encodedDataLength;
		if (kinds.get(requestId) === 'Script') weight.scripts += encodedDataLength;
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	await session.detach();
	return weight;
};

const firstAndAgain = async (browser: Browser, origin: string, address: string) => {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: origin });
	const page = await context.newPage();
	const first = await weigh(page, address);
	await page.goto('about:blank');
	const again = await weigh(page, address);
	await context.close();
	return { first, again };
};

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

/** Each page once, as nobody: what a first visit on a phone costs. */
const pages = [
	...new Map(
		visits
			.filter(({ as, act, status }) => !as && !act && !status)
			.map((visit) => [visit.route, visit] as const)
			.toReversed(),
	).values(),
].filter(({ route }) => routes.some(({ id }) => id === route));

for (const language of ['fr', 'ar', 'ti', 'uk'] as const)
	test(`a first visit in ${language} costs at most 110 KB, 40 of them scripts, and the next one 15`, async ({
		browser,
		baseURL,
	}) => {
		test.setTimeout(180_000);
		const heavy: string[] = [];
		for (const visit of pages.filter(({ bare }) => !bare || language === 'fr')) {
			const address = addressOf(visit, language);
			const { first, again } = await firstAndAgain(browser, baseURL ?? '', address);
			const line = `${address}: first ${kilobytes(first.all)}, scripts ${kilobytes(first.scripts)}, again ${kilobytes(again.all)}`;
			test.info().annotations.push({ type: 'weight', description: line });
			if (first.all > 110_000 || first.scripts > 40_000 || again.all > 15_000) heavy.push(line);
		}
		expect(heavy).toEqual([]);
	});
