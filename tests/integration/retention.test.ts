import { expect, test } from 'vitest';
import { schedules } from '#lib/server/jobs/schedules.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool, setNow } = await testDatabase();
const now = new Date('2026-12-01T10:00:00Z');
setNow(now);
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const run = (name: string) => schedules.find((schedule) => schedule.name === name)!.run(deps);
const left = async (table: string, column: string) =>
	(await pool.query<Record<string, string>>(`select ${column} from ${table} order by 1`)).rows.map(
		(row) => row[column],
	);

test('corrected lines of the quarantine go after 90 days, uncorrected ones stay', async () => {
	for (const [line, corrected] of [
		[1, ago(91)],
		[2, ago(89)],
		[3, null],
	] as const)
		await pool.query(
			`insert into quarantine (line_hash, line, line_number, codes, first_seen_at, corrected_at)
			values ($1, '\\x00', $2, '{broken_line}', $3, $4)`,
			[Buffer.from([line]), line, ago(400), corrected],
		);
	expect(await run('forget-corrected-lines')).toBe(1);
	expect(await left('quarantine', 'line_number')).toEqual([2, 3]);
});

test('answers to repeated requests are kept for the 72 hours that are promised, and not for ever', async () => {
	for (const [key, days] of [
		['old', 8],
		['promised', 3.01],
		['new', 0],
	] as const)
		await pool.query('insert into idempotent_answer (actor, key, answer, at) values ($1, $2, $3, $4)', [
			'D1',
			key,
			{},
			ago(days),
		]);
	expect(await run('forget-answers')).toBe(1);
	expect(await left('idempotent_answer', 'key')).toEqual(['new', 'promised']);
});

test('what signing in leaves behind goes when it is of no more use', async () => {
	for (const [data, days] of [
		['gone', 0.01],
		['open', -0.01],
	] as const)
		await pool.query(`insert into challenge (id_hash, kind, data, expires_at) values ($1, $2, '{}', $3)`, [
			Buffer.from(data),
			data,
			ago(days),
		]);
	for (const [place, days] of [100, 0].entries())
		await pool.query('insert into sign_in_attempt (code_hash, at, succeeded) values ($1, $2, false)', [
			Buffer.from([place]),
			ago(days),
		]);
	await run('forget-sign-ins');
	expect(await left('challenge', 'kind')).toEqual(['open']);
	expect(await left('sign_in_attempt', 'at')).toEqual([now]);
});

test('every schedule can run on an empty database, again and again', async () => {
	for (const schedule of [...schedules, ...schedules]) await schedule.run(deps);
});
