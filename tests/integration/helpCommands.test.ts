import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { callbacks } from '../../src/commands/callbacks.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import type { Command, CommandContext } from '../../src/commands/command.ts';
import { complaints } from '../../src/commands/complaints.ts';
import { offices } from '../../src/commands/offices.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { complain } from '#lib/services/complain.ts';
import { testDatabase } from '../support/database.ts';
import { somebody, wish } from '../support/help.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps } = database;
const folder = mkdtempSync(join(tmpdir(), 'halte offices '));
afterAll(() => rmSync(folder, { recursive: true }));

const halte = async (...args: string[]) => {
	const { exit, out, err } = await runCommand(database, ...args);
	return { exit, err, answer: out.startsWith('{') || out.startsWith('[') ? JSON.parse(out) : out };
};
const file = (name: string, text: string): string => {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
};
const header =
	'id,kind,name_fr,name_nl,commune,street,number,postcode,phone,email,post_address,hours,languages,step_free,last_checked';

test('halte offices takes the good rows and names the bad ones; a second time changes nothing', async () => {
	const path = file(
		'offices.csv',
		[
			`\uFEFF${header}`,
			'a,commune,Commune,Gemeente,21015,Rue,1,1030,+32 2 000 00 01,,"Rue 1, 1030","Mo-Fr 09:00-12:00; PH off",fr;nl,yes,2026-03-01',
			'b,commune,Commune,Gemeente,99999,Rue,1,1030,12,,,Mo-Fr,fr,maybe,2026-02-30',
			'c,commune,only,three',
			'd,bapa,"BAPA, démonstration",,,,,,,,,,,,',
		].join('\r\n'),
	);
	const report = {
		read: 4,
		taken: 2,
		refused: [
			{
				row: 3,
				faults: [
					{ column: 'commune', reason: 'unknown_commune' },
					{ column: 'phone', reason: 'number_too_short' },
					{ column: 'hours', reason: 'times_missing' },
					{ column: 'step_free', reason: 'neither_yes_nor_no' },
					{ column: 'last_checked', reason: 'wrong_date' },
				],
			},
			{ row: 4, faults: [{ reason: 'wrong_number_of_cells' }] },
		],
	};
	const first = await halte('offices', path, '--json');
	expect(first).toMatchObject({ exit: 0, answer: { ...report, added: 2, unchanged: 0 } });
	const second = await halte('offices', path);
	expect(second).toMatchObject({
		exit: 0,
		answer: expect.stringContaining(
			'row 3: unknown_commune (commune), number_too_short (phone), times_missing (hours)',
		),
	});

	for (const [unread, why] of [
		[file('other.csv', 'id,kind\na,b\n'), /^missing_columns: .* name name_fr, /],
		[folder, /^is_folder: /],
		[join(folder, 'none.csv'), /^no_such_file: /],
		[join(path, 'none.csv'), /^no_such_file: /],
	] as const)
		expect(await halte('offices', unread)).toMatchObject({ exit: 1, err: expect.stringMatching(why) });
});

test('halte callbacks lists, claims, records tries and closes; the number shows only when claimed', async () => {
	const contact = { kind: 'phone' as const, value: '+32470123456' };
	const asked = await askCallback(deps, somebody(), wish(deps.now(), { contact }));
	const again = await askCallback(deps, somebody(2), wish(deps.now(), { contact }));
	const [code, ofSecond] = [asked, again].map((each) => (each.ok ? showFollowCode(each.value.code) : ''));
	if (!code) throw new Error('asking gave no code');
	const listed = await halte('callbacks', 'list', '--json');
	expect(listed).toMatchObject({ exit: 0, answer: [{ code, topic: 'letter', attempts: 0 }] });
	expect(JSON.stringify(listed)).not.toContain('470123456');
	const early = await halte('callbacks', 'claim', '--by', 'a', '--json');
	expect(early).toMatchObject({ exit: 1, answer: '' });
	expect(early.err).toMatch(/^no_window_yet: .* before \d{4}-\d\d-\d\d \d\d:\d\d, when/);
	await database.pool.query("update callback set window_start = now() - interval '1 minute'");
	expect(await halte('callbacks', 'claim', '--by', 'a', '--json')).toMatchObject({
		exit: 0,
		answer: { code, codes: [code, ofSecond], contact, pickUp: 'only_me', maySayWho: false },
	});
	expect(await halte('callbacks', 'claim')).toMatchObject({ exit: 1, answer: '' });
	const tried = ['callbacks', 'attempt', code, '--result', 'no_answer', '--json'];
	expect(await halte(...tried)).toMatchObject({ exit: 1, err: expect.stringMatching(/^held_by_other: /) });
	expect(await halte(...tried, '--by', 'a')).toMatchObject({
		exit: 0,
		answer: { code, attempts: 1, state: 'in_queue' },
	});
	expect(await halte('callbacks', 'close', code, '--outcome', 'not_reached')).toMatchObject({ exit: 1 });
	expect(await halte('callbacks', 'close', code.toLowerCase(), '--outcome', 'helped')).toMatchObject({
		exit: 0,
	});
});

test('halte complaints lists, shows the words to whoever answers, and is done once', async () => {
	const filed = await complain(deps, somebody(), {
		key: 'k',
		subject: 'line_saturated',
		service: 'commune',
		commune: '21009',
		office: null,
		language: 'ar',
		words: 'لا أحد يجيب',
		contact: null,
	});
	const code = filed.ok ? filed.value.code : '';
	const { answer } = await halte('complaints', 'list', '--json');
	expect(answer).toMatchObject([{ subject: 'line_saturated', commune: '21009' }]);
	expect(JSON.stringify(answer)).not.toContain('أحد');
	expect((await halte('complaints', 'show', code, '--json')).answer).toMatchObject({
		words: 'لا أحد يجيب',
	});
	expect(await halte('complaints', 'answered', code)).toMatchObject({ exit: 0 });
	expect((await halte('complaints', 'list', '--json')).answer).toEqual([]);
});

test('a word or a code that is none is wrong usage: exit 2, nothing is asked of the database', async () => {
	const context = {} as CommandContext;
	const exitOf = async (command: Command, ...args: string[]) => {
		const parsed = command.parse(args);
		return parsed.ok ? command.run(context, parsed.value) : 2;
	};
	for (const wrong of [
		[],
		['sing'],
		['constructor'],
		['constructor', '--by', 'a'],
		['list', 'x'],
		['list', '--outcome', 'helped'],
		['claim', '--result', 'reached'],
		['claim', '--by', ''],
		['close', 'AAAAAAAAA', '--outcome', 'helped', '--by', 'a'],
		['attempt', 'AAAAAAAAA', '--result', 'no_answer', '--by', ' '],
		['attempt', '--result', 'no_answer'],
		['attempt', 'AAAAAAAAA', '--result', 'happy'],
		['close', 'AAAAAAAAA'],
		['close', 'AAAAAAAAA', '--outcome', 'over', '--loud'],
	])
		expect(await exitOf(callbacks, ...wrong)).toBe(2);
	for (const wrong of [[], ['show'], ['list', 'x'], ['burn', 'x'], ['toString', 'x']])
		expect(await exitOf(complaints, ...wrong)).toBe(2);
	expect(await exitOf(offices)).toBe(2);
});
