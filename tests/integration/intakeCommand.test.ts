import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { inventEvents, lineOf, registerEvent } from '#lib/demonstration/registerEvents.ts';
import { seededRandom } from '#lib/demonstration/random.ts';
import { createDeps } from '#lib/server/deps.ts';
import { testDatabase } from '../support/database.ts';
import { intakeState } from '../support/intakeState.ts';
import { environmentOfHalte } from '../support/startHalte.ts';

vi.setConfig({ testTimeout: 240_000 });
const here = await testDatabase();
const there = await testDatabase();
const { vault } = createDeps(here.pool, here.keys);
const folder = mkdtempSync(join(tmpdir(), 'halte intake '));
afterAll(() => rmSync(folder, { recursive: true }));

const command = fileURLToPath(new URL('../../scripts/command.ts', import.meta.url));

/** Starts `halte` on one of the two databases, with the same keys. */
const start = (url: string, ...args: string[]) =>
	spawn(process.execPath, [command, ...args], {
		cwd: folder,
		env: environmentOfHalte({
			DATABASE_URL: url,
			HALTE_KEYS: here.keys,
			HALTE_DATA_DIR: join(folder, 'data'),
			INIT_CWD: folder,
		}),
	});

const run = async (url: string, ...args: string[]) => {
	const child = start(url, ...args);
	let [output, errors] = ['', ''];
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (errors += chunk));
	const [code] = await once(child, 'close');
	return { code, errors, output, lines: output.split('\n').filter(Boolean) };
};

const file = (name: string, lines: string[], end = '\n') => {
	writeFileSync(join(folder, name), lines.map((line) => line + end).join(''));
	return name;
};

const events = [...inventEvents(seededRandom(3), 6_000)].map(lineOf);

test('answers with counts, with decisions, and in words', async () => {
	const good = registerEvent();
	const name = file(
		'small file.jsonl',
		[lineOf(good), lineOf(good), '{"x', lineOf({ ...good, commune: '1' })],
		'\r\n',
	);
	const counts = { read: 4, accepted: 1, duplicates: 1, quarantined: 2, possibleDuplicates: 0 };
	const outcomes = { obliged: 1, exempt: 0, review: 0, not_concerned: 0 };

	const rehearsed = await run(here.url, 'intake', name, '--dry-run', '--json');
	expect(rehearsed).toMatchObject({ code: 0, errors: '' });
	expect(JSON.parse(rehearsed.output)).toEqual({ ...counts, outcomes });

	const decided = await run(here.url, 'intake', name, '--decisions');
	expect(decided).toMatchObject({ code: 0, errors: '' });
	const decision = {
		eventId: good.eventId,
		dossier: expect.stringMatching(/^\w{12}$/),
		outcome: 'obliged',
		reasons: [],
		referenceDate: '2026-03-10',
		rules: '2024.1',
		mayFollowVoluntarily: false,
	};
	expect(decided.lines.map((line) => JSON.parse(line))).toEqual([
		decision,
		{ ...decision, duplicate: true },
		{ line: 3, eventId: null, quarantine: ['broken_line'] },
		{ line: 4, eventId: good.eventId, quarantine: ['unknown_commune'] },
		{ ...counts, outcomes },
	]);

	const again = await run(here.url, 'intake', name);
	expect(again.code).toBe(0);
	expect(again.lines[0]).toBe('read 4 = accepted 0 + duplicates 2 + quarantined 2');
});

test('refuses what is no file with one sentence, and wrong usage with the right one', async () => {
	expect(await run(here.url, 'intake', 'nowhere.jsonl')).toMatchObject({
		code: 1,
		output: '',
		errors: 'There is no such file.\n',
	});
	expect(await run(here.url, 'intake', '.')).toMatchObject({
		code: 1,
		errors: 'This is a folder, not a file.\n',
	});
	for (const args of [[], ['a', '--fast']]) {
		const { code, errors } = await run(here.url, 'intake', ...args);
		expect(code).toBe(2);
		expect(errors).toContain('usage: npm run --silent halte -- intake FILE');
	}
});

test('killed in the middle, and run again, ends in the same state as one that went well', async () => {
	const name = file('large.jsonl', events);
	await here.pool.query(`
		set session_replication_role = replica;
		delete from intake_event; delete from dossier; delete from quarantine; delete from journal;
		set session_replication_role = default`);
	const child = start(here.url, 'intake', name, '--json');
	for (let taken = 0; taken === 0;) {
		taken = (await here.pool.query('select count(*)::int as n from intake_event')).rows[0].n;
	}
	child.kill('SIGKILL');
	await once(child, 'close');
	const { rows } = await here.pool.query('select count(*)::int as n from intake_event');
	expect(rows[0].n).toBeGreaterThan(0);
	expect(rows[0].n).toBeLessThan(events.length);

	const again = await run(here.url, 'intake', name, '--json');
	const summary = JSON.parse(again.output);
	expect(summary).toMatchObject({ read: events.length, quarantined: 0 });
	expect(summary.duplicates).toBeGreaterThanOrEqual(rows[0].n);
	await run(there.url, 'intake', name, '--json');
	expect(await intakeState(here.pool, vault)).toEqual(await intakeState(there.pool, vault));
});

test('asked to stop, it ends after the lines at hand and says what is safe', async () => {
	const name = file('more.jsonl', [...inventEvents(seededRandom(4), 8_000)].map(lineOf));
	const child = start(there.url, 'intake', name, '--decisions');
	let errors = '';
	child.stderr.on('data', (chunk) => (errors += chunk));
	child.stdout.once('data', () => child.kill('SIGINT'));
	child.stdout.resume();
	const [code] = await once(child, 'close');
	expect(code).toBe(1);
	expect(errors).toMatch(/^Stopped\. The first \d+ lines are safe: run it again with the whole file\.\n$/m);
});

test('stops without harm when nobody reads its answer', async () => {
	const child = start(there.url, 'intake', 'large.jsonl', '--decisions', '--dry-run');
	let errors = '';
	child.stderr.on('data', (chunk) => (errors += chunk));
	child.stdout.once('data', () => child.stdout.destroy());
	const [code] = await once(child, 'close');
	expect(code).toBe(1);
	expect(errors).toBe('Nobody reads the output any more.\n');
});
