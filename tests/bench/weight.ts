// What every page costs whoever pays for each byte: all routes of the file tree, as nobody and signed in, on a fresh phone, in
// four scripts. Counted on the wire, headers and all; what the service worker keeps comes on top, once for each language.
// `node tests/bench/weight.ts [language …]`
import type { Language } from '#lib/domain/languages.ts';
import { inBenchWorld } from '../support/benchWorld.ts';
import type { BenchWorld } from '../support/benchWorld.ts';
import { barOfKept, bars, kilobytes, weighAgain, weighFirst, weighKept } from '../support/weigh.ts';
import type { PageWeight } from '../support/weigh.ts';
import { arriveAt, weighed } from '../support/weighed.ts';

/** Measured in the same way: what others ask of a phone. */
const others = [
	'GOV.UK Frontend, a page with a form: 106 KB, 10 of them scripts',
	'Integreat: 1,280 KB, 578 of them scripts',
];
const columns = Object.keys(bars) as (keyof PageWeight)[];
const row = (name: string, weight: PageWeight): string =>
	name.padEnd(56) + columns.map((column) => (weight[column] / 1000).toFixed(1).padStart(9)).join('');

const printTable = async (world: BenchWorld, language: Language): Promise<void> => {
	console.log(`\nin ${language}, in KB`.padEnd(57) + columns.map((name) => name.padStart(9)).join(''));
	console.log(row('to reach', bars));
	for (const visit of weighed) {
		const arrival = await arriveAt(world, visit, language);
		const [first] = await weighFirst(world.browser, world.origin, [arrival]);
		const [again] = await weighAgain(world.browser, world.origin, language, [arrival]);
		const weight = {
			first: first?.all ?? Infinity,
			scripts: first?.scripts ?? Infinity,
			again: again?.weight ?? Infinity,
		};
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
