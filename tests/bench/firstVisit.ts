// How soon a page shows on a cheap phone that was never there before (9/3 Mbit/s, 100 ms, a processor four times slower,
// 360 x 740), beside a page of one line over the same wire. `node tests/bench/firstVisit.ts [visits each]`
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { median } from '../support/median.ts';
import { inBenchWorld } from '../support/benchWorld.ts';
import { cookiesFor, newVisitor, signInByForm } from '../support/visitor.ts';

/** The bars, in milliseconds; the last is a score. */
const bars = { lcp: 800, tbt: 50, inp: 100, cls: 0.02 };
type Figures = Record<keyof typeof bars, number>;

const paths = [
	...['/fr', '/ar', '/ti', '/ar/check/registered', '/ti/sign-in', '/fr/courses', '/ti/courses'],
	...['/ar/help', '/ti/help/callback', '/fr/help/complaint', '/ar/offices', '/ti/pathway', '/fr/privacy'],
];
const signedInPaths = ['/ar/pathway', '/ar/bookings', '/ar/me'];

/** Written down in the page from its first moment on. */
const observe = (): void => {
	const seen = { lcp: 0, cls: 0, inp: 0, tasks: [] as { start: number; length: number }[] };
	(globalThis as unknown as { seen: typeof seen }).seen = seen;
	const each = (type: string, note: (entry: PerformanceEntry) => void, more = {}): void =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
			type,
			buffered: true,
			...more,
		});
	each('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
	each('layout-shift', (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
		if (!hadRecentInput) seen.cls += value;
	});
	each('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, length: duration }));
	// What a hand did has a number; what a browser tells of by itself, as that the pointer is over the page, has none.
	const hear = (entry: PerformanceEntry): void => {
		const { interactionId, duration } = entry as PerformanceEventTiming;
		if (interactionId) seen.inp = Math.max(seen.inp, duration);
	};
	each('event', hear, { durationThreshold: 16 });
};

/** Opens what folds, chooses and types: what people do on a page without leaving it. */
const touch = async (page: Page): Promise<void> => {
	const languages = page.locator('header details > summary').first();
	for (const fold of [languages, languages, page.locator('main details > summary').first()])
		if (await fold.isVisible()) await fold.tap();
	for (const choice of (await page.locator('main input[type=radio]:visible').all()).slice(0, 2))
		await choice.check({ force: true });
	const field = page.locator('main input[type=text]:visible, main input:not([type]):visible').first();
	if (await field.count()) await field.pressSequentially('7');
	await page.keyboard.press('Tab');
	await page.waitForTimeout(300);
};

const visit = async (browser: Browser, url: string, cookies: [string, string][] = []): Promise<Figures> => {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		isMobile: true,
		hasTouch: true,
	});
	await context.addCookies(cookiesFor(cookies, url));
	const page = await context.newPage();
	const wire = await context.newCDPSession(page);
	await wire.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 100,
		downloadThroughput: 9_000_000 / 8,
		uploadThroughput: 3_000_000 / 8,
	});
	await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.addInitScript(observe);
	await page.goto(url, { waitUntil: 'networkidle' });
	const read = () =>
		page.evaluate(() => {
			const { seen } = globalThis as unknown as {
				seen: Figures & { tasks: { start: number; length: number }[] };
			};
			const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
			const blocked = seen.tasks
				.filter(({ start, length }) => start + length > painted)
				.map(({ length }) => Math.max(0, length - 50));
			return {
				lcp: seen.lcp,
				cls: seen.cls,
				inp: seen.inp,
				tbt: blocked.reduce((sum, each) => sum + each, 0),
			};
		});
	let shown = await read();
	// The browser tells of its paints a little later than it paints.
	for (let wait = 0; shown.lcp === 0 && wait < 20; wait++) {
		await page.waitForTimeout(250);
		shown = await read();
	}
	await touch(page);
	const { inp } = await read();
	await context.close();
	return { ...shown, inp };
};

/** Visits one address as often, in turns with a page of one line, and prints the median of each figure. */
const compare = async (
	browser: Browser,
	{ url, cookies, one, visits }: { url: string; cookies: [string, string][]; one: string; visits: number },
): Promise<void> => {
	const floors: Figures[] = [];
	const figures: Figures[] = [];
	for (let turn = 0; turn < visits; turn++) {
		floors.push(await visit(browser, one));
		figures.push(await visit(browser, url, cookies));
	}
	const middle = (name: keyof Figures, of = figures) => median(of.map((each) => each[name]));
	const whose = cookies.length > 0 ? ' (signed in)' : '';
	console.log(
		`${new URL(url).pathname}${whose}: LCP ${middle('lcp').toFixed(0)} (a page of one line ${middle('lcp', floors).toFixed(0)}), ` +
			`TBT ${middle('tbt').toFixed(0)}, INP ${middle('inp').toFixed(0)}, CLS ${middle('cls').toFixed(3)}`,
	);
};

const measure = (visits: number): Promise<void> =>
	inBenchWorld(async ({ browser, origin, deps }) => {
		const plain = createServer((_, response) =>
			response.setHeader('content-type', 'text/html').end('<!doctype html><title>-</title><p>Halte'),
		).listen(0, '127.0.0.1');
		try {
			const people = await listDemonstrationPeople(deps);
			const person = people.find(({ stage, language }) => stage === 'in_course' && language === 'ar');
			if (!person) throw new Error('the demonstration was not loaded');
			const visitor = newVisitor(origin);
			await signInByForm(visitor, person);
			const one = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`;
			console.log(`in milliseconds, the median of ${visits} first visits; to reach: ${JSON.stringify(bars)}`);
			for (const path of paths) await compare(browser, { url: origin + path, cookies: [], one, visits });
			for (const path of signedInPaths)
				await compare(browser, { url: origin + path, cookies: [...visitor.cookies], one, visits });
		} finally {
			plain.close();
		}
	});

await measure(Number(process.argv[2] ?? 3));
