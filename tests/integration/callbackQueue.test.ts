import { beforeEach, describe, expect, test } from 'vitest';
import { brusselsClock, brusselsInstant } from '#lib/domain/brusselsTime.ts';
import type { CallbackWish } from '#lib/services/askCallback.ts';
import { operator } from '#lib/services/actor.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { claimCallback } from '#lib/services/claimCallback.ts';
import { closeCallback } from '#lib/services/closeCallback.ts';
import { complain } from '#lib/services/complain.ts';
import { followCallback } from '#lib/services/followCallback.ts';
import { forgetContacts } from '#lib/services/forgetContacts.ts';
import { listCallbacks } from '#lib/services/listCallbacks.ts';
import { moveCallback } from '#lib/services/moveCallback.ts';
import { recordAttempt } from '#lib/services/recordAttempt.ts';
import { testDatabase } from '../support/database.ts';
import { inHandOf, somebody, windowsAt, wish } from '../support/help.ts';

const { deps, pool, setNow } = await testDatabase();
// A Tuesday.
const morning = brusselsInstant('2026-03-10', '07:30');
const at = (date: string, time: string) => setNow(brusselsInstant(date, time));

beforeEach(async () => {
	setNow(morning);
	await pool.query('truncate callback, callback_ask, callback_attempt, complaint, task');
});

const ask = async (facts: Partial<CallbackWish> = {}): Promise<string> => {
	const asked = await askCallback(deps, somebody(), wish(morning, facts));
	if (!asked.ok) throw new Error(asked.reason);
	return asked.value.code;
};
const tryOnce = (code: string, result: 'no_answer' | 'reached' | 'wrong_contact' = 'no_answer', by = 'a') =>
	recordAttempt(deps, operator, { code, result, by });
const takeAndTry = async (code: string, result?: 'no_answer' | 'reached' | 'wrong_contact') => {
	await inHandOf(deps, code, 'a');
	return tryOnce(code, result);
};
const claimedBy = async (by: string) => {
	const claimed = await claimCallback(deps, operator, { by });
	return claimed.ok ? claimed.value.code : claimed.reason;
};
const follow = async (code: string) => {
	const followed = await followCallback(deps, somebody(), code);
	if (!followed.ok) throw new Error(followed.reason);
	return followed.value;
};

describe('claiming', () => {
	test('follows the windows, then who asked first, and hands over what the agent needs', async () => {
		const [one, two] = windowsAt(morning);
		const late = await ask({ windowStart: two!.start });
		setNow(new Date(+morning + 1000));
		const contact = { kind: 'phone' as const, value: '+963944123456' };
		const facts = { contact, pickUp: 'someone_else' as const, otherPerson: 'هدى', maySayWho: true };
		const early = await ask({ ...facts, windowStart: one!.start, language: 'ar' });
		setNow(new Date(+morning + 2000));
		const second = await ask({ windowStart: one!.start });
		expect((await listCallbacks(deps, operator)).value.map(({ code }) => code)).toEqual([
			early,
			second,
			late,
		]);
		expect(await claimCallback(deps, operator, { by: 'a' })).toEqual({
			ok: false,
			reason: 'no_window_yet',
			begins: one!.start,
		});
		setNow(one!.start);
		expect(await claimCallback(deps, operator, { by: 'a' })).toMatchObject({
			ok: true,
			value: { code: early, contact, otherPerson: 'هدى', language: 'ar', maySayWho: true, window: one },
		});
		expect([await claimedBy('b'), await claimedBy('c')]).toEqual([second, 'no_window_yet']);
		await Promise.all(
			[early, second].map((code) => closeCallback(deps, operator, { code, outcome: 'helped' })),
		);
		setNow(new Date(+two!.start - 1000));
		expect(await claimedBy('c')).toBe('no_window_yet');
		setNow(two!.start);
		expect([await claimedBy('c'), await claimedBy('d')]).toEqual([late, 'queue_empty']);
	});

	test('thirty agents at once get thirty different requests', async () => {
		const windows = windowsAt(morning);
		for (let asked = 0; asked < 30; asked += 1) await ask({ windowStart: windows[asked % 6]!.start });
		setNow(windows[5]!.start);
		const claimed = await Promise.all(Array.from({ length: 30 }, (_, agent) => claimedBy(`agent ${agent}`)));
		expect(new Set(claimed).size).toBe(30);
		expect(claimed).not.toContain('queue_empty');
	});

	test('returns to the queue by itself after half an hour', async () => {
		const code = await ask();
		at('2026-03-10', '09:00');
		expect(await claimedBy('a')).toBe(code);
		expect((await follow(code)).state).toBe('in_hand');
		at('2026-03-10', '09:29');
		expect(await claimedBy('b')).toBe('queue_empty');
		at('2026-03-10', '09:30');
		expect(await claimedBy('b')).toBe(code);
	});
});

describe('tries', () => {
	test('three at different hours, then a task for a person; the request stays and nothing is closed', async () => {
		const code = await ask();
		const seen: string[] = [];
		for (let tries = 0; tries < 3; tries += 1) {
			const { window } = await follow(code);
			seen.push(`${brusselsClock(window.start).date} ${brusselsClock(window.start).time}`);
			setNow(new Date(+window.start + 600_000));
			expect(await claimedBy('a')).toBe(code);
			await tryOnce(code);
		}
		expect(seen).toEqual(['2026-03-10 09:00', '2026-03-10 11:00', '2026-03-10 13:00']);
		expect(await claimedBy('a')).toBe('queue_empty');
		expect(await takeAndTry(code)).toMatchObject({ reason: 'handed_on' });
		expect(await follow(code)).toMatchObject({ state: 'handed_on', place: null, outcome: null });
		expect((await listCallbacks(deps, operator)).value).toMatchObject([{ code, state: 'handed_on' }]);
		expect((await pool.query('select kind, codes, done_at from task')).rows).toEqual([
			{ kind: 'callback_not_reached', codes: [code], done_at: null },
		]);

		setNow(new Date(+deps.now() + 60_000));
		// Another window begins a new round and settles the task.
		const next = (await follow(code)).windows[0]!;
		expect(await moveCallback(deps, somebody(), { code, windowStart: next.start })).toMatchObject({
			ok: true,
		});
		expect(await follow(code)).toMatchObject({ state: 'waiting', window: next, place: 1 });
		expect((await pool.query('select 1 from task where done_at is null')).rowCount).toBe(0);
		setNow(new Date(+next.start + 600_000));
		expect(await takeAndTry(code)).toMatchObject({ value: { attempts: 4, state: 'in_queue' } });
		// Nobody reads that there were four tries of three.
		expect((await follow(code)).attempts).toHaveLength(1);
	});

	test('end with the third also where hours are the same', async () => {
		const code = await ask();
		for (const day of ['2026-03-10', '2026-03-11', '2026-03-12']) {
			expect((await follow(code)).state).not.toBe('handed_on');
			at(day, '10:55');
			expect(await takeAndTry(code)).toMatchObject({ ok: true });
		}
		expect(await follow(code)).toMatchObject({ state: 'handed_on', mostAttempts: 3 });
		expect((await follow(code)).attempts).toHaveLength(3);
	});

	test('are taken only from whoever has the request in hand, also a little late', async () => {
		const code = await ask();
		at('2026-03-10', '09:05');
		expect(await tryOnce(code)).toMatchObject({ reason: 'not_claimed' });
		expect(await claimedBy('a')).toBe(code);
		expect(await tryOnce(code, 'no_answer', 'b')).toMatchObject({ reason: 'held_by_other' });
		at('2026-03-10', '09:40');
		expect(await tryOnce(code, 'no_answer', 'b')).toMatchObject({ reason: 'not_claimed' });
		expect((await follow(code)).attempts).toEqual([]);
		expect(await tryOnce(code)).toMatchObject({ ok: true });
		expect(await tryOnce(code)).toMatchObject({ reason: 'not_claimed' });
	});

	test('end when the person was reached: no further call is written down, promised or claimed', async () => {
		const code = await ask();
		at('2026-03-10', '09:05');
		expect(await claimedBy('a')).toBe(code);
		expect(await tryOnce(code, 'reached')).toMatchObject({ ok: true });
		expect(await tryOnce(code)).toMatchObject({ reason: 'already_reached' });
		at('2026-03-10', '10:00');
		expect(await claimedBy('b')).toBe('queue_empty');
		expect((await follow(code)).state).toBe('in_hand');
		expect((await listCallbacks(deps, operator)).value).toMatchObject([{ state: 'in_hand' }]);
		// Whoever wants to be called once more asks for it.
		const next = (await follow(code)).windows[0]!;
		await moveCallback(deps, somebody(), { code, windowStart: next.start });
		expect(await follow(code)).toMatchObject({ state: 'waiting', window: next, attempts: [] });
		setNow(next.start);
		expect(await claimedBy('b')).toBe(code);
	});

	test('a window that passed without a try comes first, and says so', async () => {
		const code = await ask();
		at('2026-03-11', '08:00');
		const later = await ask({ windowStart: windowsAt(brusselsInstant('2026-03-11', '08:00'))[0]!.start });
		expect(await follow(code)).toMatchObject({ state: 'late', place: 1 });
		at('2026-03-11', '09:05');
		expect(await follow(later)).toMatchObject({ place: 2 });
		expect(await claimedBy('a')).toBe(code);
	});

	test('a person who was reached is closed with an outcome, once', async () => {
		const code = await ask();
		at('2026-03-10', '09:05');
		expect(await claimedBy('a')).toBe(code);
		expect(await tryOnce(code, 'reached')).toMatchObject({ value: { state: 'in_hand' } });
		expect(await closeCallback(deps, operator, { code, outcome: 'not_reached' })).toMatchObject({
			reason: 'tries_left',
		});
		expect(await closeCallback(deps, operator, { code, outcome: 'helped' })).toMatchObject({ ok: true });
		expect(await closeCallback(deps, operator, { code, outcome: 'helped' })).toMatchObject({ ok: true });
		expect(await closeCallback(deps, operator, { code, outcome: 'wrote_letter' })).toMatchObject({
			reason: 'already_closed',
		});
		expect(await tryOnce(code)).toMatchObject({ reason: 'already_closed' });
		expect(await follow(code)).toMatchObject({ state: 'closed', outcome: 'helped', windows: [] });
	});

	test('a wrong number goes to a person at once, and only then may it end unreached', async () => {
		const code = await ask();
		at('2026-03-10', '09:05');
		expect(await takeAndTry(code, 'wrong_contact')).toMatchObject({ value: { state: 'handed_on' } });
		expect(await closeCallback(deps, operator, { code, outcome: 'not_reached' })).toMatchObject({ ok: true });
		expect((await pool.query('select 1 from task where done_at is null')).rowCount).toBe(0);
	});
});

describe('forgetting', () => {
	test('number, name and every trace of them are deleted seven days after closing, not before', async () => {
		const code = await ask({ pickUp: 'someone_else', otherPerson: 'Selam' });
		await ask();
		at('2026-03-10', '10:00');
		await closeCallback(deps, operator, { code, outcome: 'helped' });
		const key = { key: 'k', subject: 'rude' as const, service: 'commune' as const, commune: '21015' };
		const contact = { kind: 'email' as const, value: 'demonstration@mail.example' };
		const own = { office: null, language: 'ti' as const, words: 'ሓገዝ', contact };
		const complained = await complain(deps, somebody(), { ...key, ...own });
		expect(await complain(deps, somebody(), { ...key, ...own })).toEqual(complained);
		if (complained.ok)
			await deps.store.transact((tx) => tx.complaints.answered(complained.value.code, deps.now()));
		const before = await pool.query('select person_hash from callback order by closed_at nulls last');

		at('2026-03-17', '09:59');
		expect((await forgetContacts(deps, operator)).value).toEqual({ forgotten: 0 });
		at('2026-03-17', '10:00');
		expect((await forgetContacts(deps, operator)).value).toEqual({ forgotten: 2 });
		expect((await forgetContacts(deps, operator)).value).toEqual({ forgotten: 0 });

		const { rows } = await pool.query(
			'select contact, other_person, person_hash, closed_at is null as open from callback order by closed_at nulls last',
		);
		expect(rows).toMatchObject([
			{ contact: null, other_person: null, open: false },
			{ other_person: null, open: true },
		]);
		expect(rows[1].contact).not.toBeNull();
		expect(rows[0].person_hash).not.toEqual(before.rows[0].person_hash);
		expect(rows[1].person_hash).toEqual(before.rows[1].person_hash);
		const devices = await pool.query('select device from callback_ask where device is not null');
		expect(devices.rowCount).toBe(1);
		expect((await pool.query('select words, contact from complaint')).rows).toEqual([
			{ words: null, contact: null },
		]);
		expect((await follow(code)).state).toBe('closed');
	});
});
