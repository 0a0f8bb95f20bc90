import { beforeEach, describe, expect, test } from 'vitest';
import { brusselsClock, brusselsInstant } from '#lib/domain/brusselsTime.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import { operator } from '#lib/services/actor.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { followCallback } from '#lib/services/followCallback.ts';
import { listCallbacks } from '#lib/services/listCallbacks.ts';
import { moveCallback } from '#lib/services/moveCallback.ts';
import { recordAttempt } from '#lib/services/recordAttempt.ts';
import { withdrawCallback } from '#lib/services/withdrawCallback.ts';
import { testDatabase } from '../support/database.ts';
import { inHandOf, somebody, windowsAt, wish } from '../support/help.ts';
import { openNewcomer } from '../support/newcomers.ts';

const { deps, pool, setNow } = await testDatabase();
// A Tuesday.
const morning = brusselsInstant('2026-03-10', '07:30');
const few = { ...callbackRules, capacity: 5 };

beforeEach(async () => {
	setNow(morning);
	await pool.query('truncate callback, callback_ask, callback_attempt');
});

const codeOf = async (...args: Parameters<typeof askCallback>): Promise<string> => {
	const asked = await askCallback(...args);
	if (!asked.ok) throw new Error(asked.reason);
	return asked.value.code;
};
const follow = async (code: string) => {
	const followed = await followCallback(deps, somebody(), code);
	if (!followed.ok) throw new Error(followed.reason);
	return followed.value;
};

describe('capacity', () => {
	test('forty ask at once for a window of five: five get it, every time, the others get the next ones', async () => {
		for (let round = 0; round < 10; round += 1) {
			await pool.query('truncate callback, callback_ask, callback_attempt');
			const wishes = Array.from({ length: 40 }, () => wish(morning));
			const answers = await Promise.all(wishes.map((each) => askCallback(deps, somebody(), each, few)));
			expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
			for (const answer of answers)
				if (!answer.ok) {
					expect(answer.reason).toBe('window_full');
					expect(answer.windows[0]).toEqual(windowsAt(morning)[1]);
				}
		}
	});

	test('without the lock on the window too many would get in', async () => {
		const unlocked = {
			...deps,
			store: {
				...deps.store,
				transact: (work: Parameters<typeof deps.store.transact>[0]) =>
					deps.store.transact((tx) =>
						work({
							...tx,
							callbacks: {
								...tx.callbacks,
								lock: async (what, name) => (what === 'window' ? undefined : tx.callbacks.lock(what, name)),
							},
						}),
					),
			} as typeof deps.store,
		};
		const wishes = Array.from({ length: 40 }, () => wish(morning));
		const answers = await Promise.all(wishes.map((each) => askCallback(unlocked, somebody(), each, few)));
		expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(5);
	});

	test('a request taken back gives its place to the next', async () => {
		const codes = await Promise.all(
			Array.from({ length: 5 }, () => codeOf(deps, somebody(), wish(morning), few)),
		);
		expect(await askCallback(deps, somebody(), wish(morning), few)).toMatchObject({ reason: 'window_full' });
		await withdrawCallback(deps, somebody(), codes[2]!);
		expect(await askCallback(deps, somebody(), wish(morning), few)).toMatchObject({ ok: true });
	});

	test('a window that began, was never one, or is too near is refused with others', async () => {
		for (const windowStart of [
			brusselsInstant('2026-03-09', '09:00'),
			brusselsInstant('2026-03-10', '09:30'),
			brusselsInstant('2026-03-14', '09:00'),
		])
			expect(await askCallback(deps, somebody(), wish(morning, { windowStart }))).toMatchObject({
				ok: false,
				reason: 'window_gone',
				windows: windowsAt(morning),
			});
	});
});

test.each(['nowhere', 'a\0b', ''])('a visit to the office %j, which is none, is refused', async (office) =>
	expect(await askCallback(deps, somebody(), { ...wish(morning), office })).toMatchObject({
		ok: false,
		reason: 'unknown_office',
	}),
);

describe('asking again', () => {
	const contact = { kind: 'phone' as const, value: '+32470123456' };

	test('the same form sent ten times at once is one request with one code', async () => {
		const same = wish(morning);
		const answers = await Promise.all(
			Array.from({ length: 10 }, () => codeOf(deps, somebody(), { ...same })),
		);
		expect(new Set(answers).size).toBe(1);
		expect((await listCallbacks(deps, operator)).value).toHaveLength(1);
	});

	test('twenty times at once with one number about one topic is one request', async () => {
		const codes = await Promise.all(
			Array.from({ length: 20 }, (_, device) =>
				codeOf(deps, somebody(device + 1), wish(morning, { contact }), { ...few, capacity: 50 }),
			),
		);
		expect(new Set(codes).size).toBe(20);
		expect((await listCallbacks(deps, operator)).value).toHaveLength(1);
		await codeOf(deps, somebody(), wish(morning, { contact, topic: 'course' }), { ...few, capacity: 50 });
		expect((await listCallbacks(deps, operator)).value).toHaveLength(2);
	});

	test('from the browser that holds the code, or signed in, leads back to that code', async () => {
		const first = await askCallback(deps, somebody(7), wish(morning, { contact }));
		const again = await askCallback(deps, somebody(7), wish(morning, { contact }));
		expect(again).toEqual({ ok: true, value: { code: first.ok && first.value.code, as: 'joined' } });
		const kiosk = { ...somebody(7), channel: 'kiosk' as const };
		const other = await askCallback(deps, kiosk, wish(morning, { contact }));
		expect(other).toMatchObject({ ok: true, value: { as: 'new' } });
		expect(other).not.toEqual(first);
	});

	test('from that browser counts with what is chosen now, unless others asked with that number too', async () => {
		const [one, two, three] = windowsAt(morning);
		const first = await codeOf(deps, somebody(7), wish(morning, { contact, windowStart: one!.start }));
		const now = { contact, language: 'ti' as const, maySayWho: true };
		const again = () =>
			askCallback(deps, somebody(7), wish(morning, { ...now, windowStart: two!.start, language: 'ti' }));
		expect(await again()).toEqual({ ok: true, value: { code: first, as: 'joined' } });
		expect(await follow(first)).toMatchObject({ window: two });
		const { rows: told } = await pool.query(`select 1 from journal where action = 'callback_moved'`);
		expect(told).toHaveLength(1);
		const kept = async () => (await pool.query('select language, may_say_who from callback')).rows;
		expect(await kept()).toEqual([{ language: 'ti', may_say_who: true }]);
		await codeOf(deps, somebody(8), wish(morning, { contact, windowStart: three!.start }));
		await codeOf(deps, somebody(7), wish(morning, { ...now, language: 'ps', windowStart: one!.start }));
		expect(await follow(first)).toMatchObject({ window: one });
		expect(await kept()).toEqual([{ language: 'ti', may_say_who: false }]);
		const crowd = wish(morning, { ...now, windowStart: three!.start });
		const full = { ...few, capacity: 1 };
		expect(await askCallback(deps, somebody(9), crowd, full)).toMatchObject({ reason: 'window_full' });
		expect(await askCallback(deps, somebody(7), crowd, full)).toEqual({
			ok: true,
			value: { code: first, as: 'not_free' },
		});
		expect(await follow(first)).toMatchObject({ window: one });
	});

	test('with a form that was put right replaces what the form said before', async () => {
		const form = wish(morning, { contact, language: 'fr' });
		const wrong = await codeOf(deps, somebody(7), form);
		const right = { ...form, language: 'ti' as const, contact: { ...contact, value: '+32470999999' } };
		const code = await codeOf(deps, somebody(7), right);
		expect(await codeOf(deps, somebody(7), right)).toBe(code);
		expect((await follow(wrong)).state).toBe('withdrawn');
		const { value: queue } = await listCallbacks(deps, operator);
		expect(queue).toMatchObject([{ code, language: 'ti' }]);
		// Of a number that does not change, the same request says something else now.
		expect(await codeOf(deps, somebody(7), { ...right, language: 'ps' })).toBe(code);
		expect((await listCallbacks(deps, operator)).value).toMatchObject([{ code, language: 'ps' }]);
		// Refused, it takes nothing back.
		const past = { ...right, topic: 'course' as const, windowStart: morning };
		expect(await askCallback(deps, somebody(7), past)).toMatchObject({ reason: 'window_gone' });
		expect((await follow(code)).state).toBe('waiting');
		// Put right differently in two tabs at once, one of them counts.
		const numbers = ['+32470111111', '+32470222222'].map((value) => ({ ...contact, value }));
		await Promise.all(numbers.map((each) => codeOf(deps, somebody(7), { ...right, contact: each })));
		expect((await listCallbacks(deps, operator)).value).toHaveLength(1);
	});

	test('by a stranger who types the number shows the stranger nothing of what was there before', async () => {
		const [one, two, three] = windowsAt(morning);
		const mine = await codeOf(deps, somebody(1), wish(morning, { contact, windowStart: one!.start }));
		setNow(brusselsInstant('2026-03-10', '09:10'));
		await inHandOf(deps, mine, 'a');
		await recordAttempt(deps, operator, { code: mine, result: 'no_answer', by: 'a' });
		setNow(brusselsInstant('2026-03-10', '09:20'));

		const asNew = await follow(await codeOf(deps, somebody(2), wish(morning, { windowStart: three!.start })));
		const stranger = await codeOf(deps, somebody(3), wish(morning, { contact, windowStart: three!.start }));
		const seen = await follow(stranger);
		await withdrawCallback(deps, somebody(2), asNew.code);
		const { code: _one, place: _place, ...shown } = seen;
		const { code: _two, place: _other, ...expected } = asNew;
		expect(shown).toEqual(expected);
		expect(seen.attempts).toEqual([]);
		expect(seen.window).toEqual(three);

		// What the stranger does, ends what the stranger asked.
		await moveCallback(deps, somebody(3), { code: stranger, windowStart: windowsAt(morning)[3]!.start });
		await withdrawCallback(deps, somebody(3), stranger);
		expect((await follow(stranger)).state).toBe('withdrawn');
		const after = await follow(mine);
		expect(after).toMatchObject({ state: 'again', window: two, attempts: [{ result: 'no_answer' }] });
		expect((await listCallbacks(deps, operator)).value).toMatchObject([{ code: mine, attempts: 1 }]);
	});

	test('can make us more careful, never less, and keeps the earliest window promised', async () => {
		const [one, two] = windowsAt(morning);
		const open = { contact, maySayWho: true, pickUp: 'someone_else' as const };
		await codeOf(deps, somebody(1), wish(morning, { ...open, windowStart: two!.start }));
		await codeOf(deps, somebody(2), wish(morning, { contact, windowStart: one!.start }));
		await codeOf(deps, somebody(3), wish(morning, { ...open, windowStart: two!.start }));
		const { rows } = await pool.query('select may_say_who, pick_up, window_start from callback');
		expect(rows).toEqual([{ may_say_who: false, pick_up: 'only_me', window_start: one!.start }]);
	});

	test('after it was closed opens a new request', async () => {
		const first = await codeOf(deps, somebody(1), wish(morning, { contact }));
		await withdrawCallback(deps, somebody(1), first);
		const second = await codeOf(deps, somebody(1), wish(morning, { contact }));
		expect(second).not.toBe(first);
		expect((await listCallbacks(deps, operator)).value).toMatchObject([{ code: second }]);
	});
});

describe('the code', () => {
	test('shows place and window, and nothing of who asked; an unknown one is refused', async () => {
		const codes: string[] = [];
		for (let asked = 0; asked < 3; asked += 1) {
			setNow(new Date(+morning + asked * 1000));
			codes.push(await codeOf(deps, somebody(), wish(morning)));
		}
		expect(await follow(codes[2]!.toLowerCase())).toMatchObject({ place: 3, state: 'waiting' });
		await withdrawCallback(deps, somebody(), codes[0]!);
		expect(await follow(codes[2]!)).toMatchObject({ place: 2 });
		expect(JSON.stringify(await follow(codes[2]!))).not.toContain('47000');
		for (const code of ['', 'AAA-AAA-AAA', 'x'.repeat(300), "'; drop table callback; --", '\ud800'])
			expect(await followCallback(deps, somebody(), code)).toEqual({ ok: false, reason: 'unknown_code' });
	});

	test('the number is sealed in the database, and not in the journal', async () => {
		await codeOf(deps, somebody(), wish(morning, { contact: { kind: 'phone', value: '+32470998877' } }));
		const { rows } = await pool.query(
			'select encode(contact, $1) as sealed, j::text as line from callback, journal j',
			['escape'],
		);
		expect(JSON.stringify(rows)).not.toMatch(/470998877/);
	});
});

describe('a visit to a counter', () => {
	const office = 'mornings';
	const visit = { way: 'counter' as const, contact: null, office };
	// Calls are made from 9 to 19 in windows of two hours: here the first is within the hours, the second runs past noon.
	const [first, second, third] = windowsAt(morning);
	const isAt = (window: typeof first) => window?.start ?? morning;

	const openOffice = (id: string, hours: string) =>
		pool.query(
			`insert into office (id, kind, name_fr, name_nl, hours, languages, demonstration, updated_at)
				values ($1, 'association', 'Un', 'Een', $2, '{}', false, now()) on conflict do nothing`,
			[id, hours],
		);

	beforeEach(() => openOffice(office, 'Mo-Fr 08:30-12:00'));

	test('is within its hours from beginning to end, or refused with the times that are', async () => {
		const asked = (windowStart: Date) =>
			askCallback(deps, somebody(), { ...wish(morning), ...visit, windowStart });
		expect(await asked(isAt(first))).toMatchObject({ ok: true });
		const refused = await asked(isAt(second));
		expect(refused).toMatchObject({ ok: false, reason: 'office_closed_then' });
		if (refused.ok) return;
		expect(refused.windows.length).toBeGreaterThan(0);
		expect(refused.windows.every(({ end }) => brusselsClock(end).time <= '12:00')).toBe(true);
	});

	test('is possible where no time lies within the hours, and never at a closed door', async () => {
		await openOffice('short', 'Mo-Fr 14:00-16:00');
		const asked = (window: typeof first) =>
			askCallback(deps, somebody(), {
				...wish(morning),
				...visit,
				office: 'short',
				windowStart: isAt(window),
			});
		expect(await asked(first)).toMatchObject({ ok: false, reason: 'office_closed_then' });
		expect(await asked(third)).toMatchObject({ ok: true });
	});

	test('asked for instead of a call at a time when the counter is closed, it is at the time just picked', async () => {
		const dossier = await openNewcomer(deps);
		const newcomer = { ...somebody(), kind: 'newcomer' as const, id: dossier };
		const code = await codeOf(deps, newcomer, wish(morning, { windowStart: isAt(third) }));
		const closed = await askCallback(deps, newcomer, {
			...wish(morning),
			...visit,
			windowStart: isAt(third),
		});
		expect(closed).toMatchObject({ ok: false, reason: 'office_closed_then' });
		expect(await follow(code)).toMatchObject({ way: 'phone', window: third });
		const moved = await askCallback(deps, newcomer, { ...wish(morning), ...visit, windowStart: isAt(first) });
		expect(moved).toMatchObject({ ok: true, value: { code, as: 'joined' } });
		expect(await follow(code)).toMatchObject({ way: 'counter', office, window: first });
		const { value } = await listCallbacks(deps, operator);
		expect(value).toMatchObject([{ code, window: first }]);
	});
});
