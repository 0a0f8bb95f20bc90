import { existsSync, readFileSync } from 'node:fs';

/** What came of one stage: how many passed, what failed (name and why), what was skipped (names). */
export type Tally = { passed: number; failed: { name: string; why: string }[]; skipped: string[] };

type VitestReport = {
	success: boolean;
	testResults: {
		name: string;
		status: string;
		message?: string;
		assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
	}[];
};

type PlaywrightSuite = { title: string; file: string; suites?: PlaywrightSuite[]; specs?: PlaywrightSpec[] };
type PlaywrightSpec = {
	title: string;
	file: string;
	tests: {
		status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
		results: { errors?: { message?: string }[] }[];
	}[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };

const read = <T>(file: string): T | null =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const plain = (text: string): string => text.replace(colours, '');

/** Reads Vitest's JSON report; a file that could not be loaded is one failure. Null when there is no report. */
export const readVitest = (file: string, root: string): Tally | null => {
	const report = read<VitestReport>(file);
	if (!report) return null;
	const tally: Tally = { passed: 0, failed: [], skipped: [] };
	for (const { name: path, status, message, assertionResults } of report.testResults) {
		const from = path.replace(`${root}/`, '');
		for (const test of assertionResults) {
			const name = `${from}: ${test.fullName}`;
			if (test.status === 'passed') tally.passed += 1;
			else if (test.status === 'failed')
				tally.failed.push({ name, why: plain((test.failureMessages ?? []).join('\n')) });
			else tally.skipped.push(name);
		}
		if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
			tally.failed.push({ name: from, why: plain(message ?? 'the file could not be run') });
	}
	if (!report.success && tally.failed.length === 0)
		tally.failed.push({ name: 'vitest', why: 'an error outside of any test' });
	return tally;
};

const specsOf = (suite: PlaywrightSuite, above: string[]): { name: string; spec: PlaywrightSpec }[] => {
	const path = suite.title === suite.file ? above : [...above, suite.title];
	return [
		...(suite.specs ?? []).map((spec) => ({
			name: `${spec.file}: ${[...path, spec.title].join(' > ')}`,
			spec,
		})),
		...(suite.suites ?? []).flatMap((inner) => specsOf(inner, path)),
	];
};

/** Reads Playwright's JSON report; an error outside of the tests is a failure. Null when there is no report. */
export const readPlaywright = (file: string): Tally | null => {
	const report = read<PlaywrightReport>(file);
	if (!report) return null;
	const tally: Tally = { passed: 0, failed: [], skipped: [] };
	for (const { name, spec } of report.suites.flatMap((suite) => specsOf(suite, [])))
		for (const { status, results } of spec.tests) {
			const errors = results.flatMap((result) => result.errors ?? []);
			if (status === 'expected' || status === 'flaky') tally.passed += 1;
			else if (status === 'skipped') tally.skipped.push(name);
			else tally.failed.push({ name, why: plain(errors.map((error) => error.message ?? '').join('\n')) });
		}
	for (const { message } of report.errors)
		tally.failed.push({ name: 'playwright', why: plain(message ?? 'an error outside of any test') });
	return tally;
};
