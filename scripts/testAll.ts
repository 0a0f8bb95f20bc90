// `npm test`: format, lint, types, unit and integration tests, build, browser tests; one line of counts at the end.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { skipped as allowedToSkip } from '../tests/skipped.ts';
import { findProfileBrowser, settleBrowser } from './browser.ts';
import { buildIfChanged, compileMessagesIfChanged } from './build.ts';
import { readPlaywright, readVitest } from './testReports.ts';
import type { Tally } from './testReports.ts';
import { isInterrupted, tool } from './testTool.ts';
import type { Ended } from './testTool.ts';

const root = process.env['HALTE_ROOT'] ?? process.cwd();
process.chdir(root);
const reports = join(root, 'test-results');

const lastLines = (text: string, lines = 80): string => text.trimEnd().split('\n').slice(-lines).join('\n');

/** A stage that is good or not: it counts as one. */
const check = (name: string, work: () => Promise<Ended>) => async (): Promise<Tally> => {
	const { code, output } = await work();
	return code === 0
		? { passed: 1, failed: [], skipped: [] }
		: { passed: 0, failed: [{ name, why: lastLines(output) }], skipped: [] };
};

/** A stage that counts its tests; one that crashed, or found none, is a failure. */
const counted =
	(name: string, work: () => Promise<Ended>, readReport: () => Tally | null) => async (): Promise<Tally> => {
		const { code, output } = await work();
		const tally = readReport() ?? { passed: 0, failed: [], skipped: [] };
		const silent = tally.passed + tally.failed.length === 0;
		if (silent || (code !== 0 && tally.failed.length === 0))
			tally.failed.push({ name: `${name} ended with ${code}`, why: lastLines(output) });
		return tally;
	};

const build = async (): Promise<Ended> => {
	try {
		buildIfChanged(root);
		return { code: 0, output: '' };
	} catch (error) {
		return { code: 1, output: error instanceof Error ? error.message : String(error) };
	}
};

const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const asked = process.argv.slice(2);
/** Whether a stage runs: all do, unless some are named. */
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);

// Where it has to be installed first, that goes on while the sources are read.
const profileBrowser = isAsked('playwright') ? findProfileBrowser().catch(() => null) : null;

const browserTests = async (): Promise<Tally> => {
	const noBrowser = await settleBrowser().then(
		() => null,
		(error: unknown) => (error instanceof Error ? error.message : String(error)),
	);
	// Without a browser, what needs none is still tested.
	const env: Record<string, string> = {
		HALTE_TEST_REPORT: playwrightReport,
		HALTE_PROFILE_BROWSER: JSON.stringify(await profileBrowser),
	};
	if (noBrowser) env['HALTE_BROWSER'] = JSON.stringify({ path: '', env: {} });
	const args = ['test', ...(noBrowser ? ['--project', 'http'] : [])];
	const tally = await counted(
		'playwright',
		() => tool('@playwright/test/cli.js', args, env),
		() => readPlaywright(playwrightReport),
	)();
	if (noBrowser) tally.failed.push({ name: 'browser', why: noBrowser });
	return tally;
};

const stages = {
	// What the types of pages and messages are read from.
	prepare: check('prepare', () => {
		compileMessagesIfChanged(root);
		return tool('@sveltejs/kit/svelte-kit.js', ['sync']);
	}),
	types: check('types', () => tool('svelte-check/bin/svelte-check', ['--output', 'human'])),
	format: check('format', () => tool('prettier/bin/prettier.cjs', ['--check', '.'])),
	lint: check('lint', () => tool('eslint/bin/eslint.js', ['.'])),
	styles: check('styles', () => tool('stylelint/bin/stylelint.mjs', ['src/**/*.{css,svelte}'])),
	// Before the tests: some start Halte, and a build under their feet would take the compiled messages away.
	build: check('build', build),
	vitest: counted(
		'vitest',
		() => tool('vitest/vitest.mjs', ['run', '--reporter=json', `--outputFile=${vitestReport}`]),
		() => readVitest(vitestReport, root),
	),
	playwright: browserTests,
} satisfies Record<string, () => Promise<Tally>>;
type Stage = keyof typeof stages;

const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0)
	throw new Error(`There is no stage ${unknown.join(', ')}: ${Object.keys(stages).join(', ')}.`);

const run = async (name: Stage): Promise<Tally> => {
	const started = performance.now();
	const tally = await stages[name]().catch((error: unknown): Tally => {
		const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { passed: 0, failed: [{ name, why }], skipped: [] };
	});
	for (const skipped of tally.skipped.splice(0)) {
		const reason = Object.entries(allowedToSkip).find(([key]) => skipped.startsWith(key))?.[1];
		if (reason) console.log(`skipped: ${skipped} (${reason})`);
		else tally.failed.push({ name: skipped, why: 'skipped, and tests/skipped.ts gives no reason for it' });
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(0);
	console.log(`${name}: ${tally.passed} passed, ${tally.failed.length} failed (${seconds} s)`);
	return tally;
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const tallies: Tally[] = [];
const inTurn = async (...names: Stage[]) => {
	for (const name of names)
		if (!isInterrupted() && (name === 'prepare' || isAsked(name))) tallies.push(await run(name));
};
// Each of these takes one core: side by side. The tests need the machine for themselves.
const prepared = inTurn('prepare');
await Promise.all([
	prepared.then(() => inTurn('types', 'build')),
	inTurn('format').then(async () => {
		await prepared;
		await inTurn('lint', 'styles');
	}),
]);
await inTurn('vitest', 'playwright');

const failed = tallies.flatMap((tally) => tally.failed);
for (const { name, why } of failed) console.log(`\nFAILED ${name}\n${why.trim().replaceAll(/^/gm, '    ')}`);
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode ||= failed.length > 0 ? 1 : 0;
