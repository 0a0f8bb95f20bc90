// What every page costs whoever pays for each byte: all routes of the file tree, on a fresh phone, in four scripts. Counted
// on the wire, headers and all; what the service worker keeps comes on top, once for each language.
// `node tests/bench/weight.ts [language …]`
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import type { Language } from '#lib/domain/languages.ts';
import { inBenchWorld } from '../support/benchWorld.ts';
import type { BenchWorld } from '../support/benchWorld.ts';
import { routes } from '../support/routes.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';
import { visits } from '../support/visits.ts';
import type { Visit } from '../support/visits.ts';
import { barOfKept, bars, kilobytes, weighAgain, weighFirst, weighKept } from '../support/weigh.ts';
import type { PageWeight } from '../support/weigh.ts';

/** Measured in the same way: what others ask of a phone. */
const others = [
	'GOV.UK Frontend, a page with a form: 106 KB, 10 of them scripts',
	'Integreat: 1,280 KB, 578 of them scripts',
];
const columns = Object.keys(bars) as (keyof PageWeight)[];
const row = (name: string, weight: PageWeight): string =>
	name.padEnd(56) + columns.map((column) => (weight[column] / 1000).toFixed(1).padStart(9)).join('');

/** The plainest of the visits to each page: one that needs nothing done before, if there is one. */
const pages = routes
	.filter(({ page }) => page)
	.flatMap(({ id }) => {
		const all = visits.filter(({ route, status }) => route === id && !status);
		return all.find(({ act, seed }) => !act && !seed) ?? all.find(({ seed }) => !seed) ?? all.slice(0, 1);
	});

/** Who visits, and where: signs in, makes the state and does what leads to the page, on another phone than the weighed one. */
const arrive = async ({ browser, origin, deps }: BenchWorld, visit: Visit, language: Language) => {
	const visitor = newVisitor(origin);
	const people = visit.as ? await listDemonstrationPeople(deps) : [];
	const person = people.find((each) => each.stage === visit.as && each.language === language);
	if (person) await signInByForm(visitor, person);
	const path = (await visit.seed?.(deps, person?.dossier ?? '')) ?? visit.path;
	const address = visit.bare ? path : `/${language}${path}`;
	if (!visit.act) return { address, cookies: [...visitor.cookies] };
	const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
	const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: origin }));
	await context.addCookies(cookies);
	const page = await context.newPage();
	await page.goto(address);
	await visit.act(page);
	const { pathname, search } = new URL(page.url());
	const kept = (await context.cookies()).map(({ name, value }): [string, string] => [name, value]);
	await context.close();
	return { address: pathname + search, cookies: kept };
};

const printTable = async (world: BenchWorld, language: Language): Promise<void> => {
	console.log(`\nin ${language}, in KB`.padEnd(57) + columns.map((name) => name.padStart(9)).join(''));
	console.log(row('to reach', bars));
	for (const visit of pages) {
		const { address, cookies } = await arrive(world, visit, language);
		const first = await weighFirst(world.browser, world.origin, address, cookies);
		const [again = 0] = await weighAgain(world.browser, world.origin, language, [{ address, cookies }]);
		const weight = { first: first.all, scripts: first.scripts, again };
		const over = columns.some((name) => weight[name] > bars[name]) ? '  over' : '';
		console.log(row(visit.route + (visit.as ? ' (signed in)' : ''), weight) + over);
	}
	const kept = await weighKept(world.browser, world.origin, language);
	console.log(
		`kept for reading without a network, once: ${kilobytes(kept)} (to reach: ${kilobytes(barOfKept)})`,
	);
};

const measure = (languages: Language[]): Promise<void> =>
	inBenchWorld(async (world) => {
		for (const language of languages) await printTable(world, language);
		console.log(`\nbeside it, measured in the same way:\n${others.join('\n')}`);
	});

const asked = process.argv.slice(2) as Language[];
await measure(asked.length > 0 ? asked : ['fr', 'ar', 'ti', 'uk']);
