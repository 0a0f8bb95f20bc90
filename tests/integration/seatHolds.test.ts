import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '#lib/domain/course.ts';
import { outcomes } from '#lib/domain/decision.ts';
import { isOfficeStep } from '#lib/domain/pathway.ts';
import { whyNoRight } from '#lib/domain/rightToFollow.ts';
import { statusOf } from '#lib/domain/status.ts';
import { system } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { holdSeat } from '#lib/services/holdSeat.ts';
import type { Deps } from '#lib/services/ports.ts';
import { promote } from '#lib/services/promote.ts';
import { sweepSeats } from '#lib/services/sweepSeats.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';
import { desk, ledgerOf, newcomer, seatActions, seatsIn } from '../support/seats.ts';

const database = await testDatabase({ connections: 40 });
const { deps, pool } = database;
const people = Array.from({ length: 40 }, (_, index) => `P${index}`);
await addPeople(pool, people);

const { book, hold, extend, release, join, leave, decline, cancel, move } = seatActions(deps);

// A Tuesday, 11:00 in Brussels; the sessions begin on Monday 11 January 2027.
const start = new Date('2026-12-01T10:00:00Z');
let present = start;
const setNow = (now: Date) => database.setNow((present = now));
const later = (minutes: number) => setNow(new Date(present.getTime() + minutes * 60_000));
beforeEach(() => setNow(start));
const inside = (session: string) => seatsIn(pool, session, present);
const names = (those: { dossier: string }[]) => those.map(({ dossier }) => dossier);
let sessions = 0;
const newSession = (changes: Partial<Session> = {}) =>
	addSession(database, { id: `S${(sessions += 1)}`, seats: 2, weekdays: [(sessions % 5) + 1], ...changes });
/** A session whose seats the first people have. */
const full = async (seats = 2, changes: Partial<Session> = {}) => {
	const session = await newSession({ seats, ...changes });
	const bookings: string[] = [];
	for (const person of people.slice(0, seats)) {
		const given = await book(person, session);
		if (!given.ok) throw new Error(given.reason);
		bookings.push(given.value.booking);
	}
	return { session, bookings };
};
afterEach(async () => {
	expect(await checkSeats(deps)).toEqual([]);
	// Nobody's seat in one test clashes with a seat in the next: the people leave lines and give their seats back.
	setNow(start);
	const all = async (table: string, standing: string) =>
		(
			await pool.query<{ id: string; dossier: string; session: string }>(
				`select id, dossier, session from ${table} where ${standing} is null`,
			)
		).rows;
	for (const { dossier, session } of await all('waiting_entry', 'left_at')) await leave(dossier, session);
	for (const { dossier, session } of await all('seat_hold', 'ended_at')) await release(dossier, session);
	for (const { id, dossier } of await all('booking', 'cancelled_at')) await cancel(dossier, id);
});

describe('a hold', () => {
	test('keeps the seat for 15 minutes, 30 where somebody helps; the seat is nobody else’s and their own', async () => {
		const session = await newSession({ seats: 1 });
		const held = await hold('P1', session);
		expect(held).toMatchObject({
			ok: true,
			value: { kind: 'hold', until: new Date('2026-12-01T10:15:00Z') },
		});
		expect(await hold('P1', session)).toEqual(held);
		expect(await book('P2', session)).toEqual({ ok: false, reason: 'full' });
		expect(await hold('P2', session)).toEqual({ ok: false, reason: 'full' });
		later(14);
		expect(await book('P1', session)).toMatchObject({ ok: true });
		expect(await inside(session)).toMatchObject({ booked: [{ dossier: 'P1' }], held: [] });
		expect(await ledgerOf(pool, session)).toEqual(['P1 held', 'P1 booked']);

		const other = await newSession();
		expect(await hold('P2', other, desk)).toMatchObject({
			ok: true,
			value: { until: new Date(present.getTime() + 30 * 60_000) },
		});
	});

	test('past its time it counts for nothing, although nobody has written its end down', async () => {
		const session = await newSession({ seats: 1 });
		await hold('P1', session);
		later(15);
		expect(await book('P2', session)).toMatchObject({ ok: true });
		expect(await book('P1', session)).toEqual({ ok: false, reason: 'full' });
		expect(await ledgerOf(pool, session)).toEqual(['P1 held', 'P1 hold_expired', 'P2 booked']);
	});

	test('that is over is no reason to refuse its owner: they book if a seat is free', async () => {
		const session = await newSession({ seats: 1 });
		await hold('P1', session);
		later(20);
		expect(await book('P1', session)).toMatchObject({ ok: true });
		expect(await hold('P1', session)).toEqual({ ok: false, reason: 'already_booked' });
	});

	test('can be extended three times, once for a form sent twice, and not when it is over', async () => {
		const session = await newSession();
		await hold('P1', session);
		later(10);
		const [once, twice] = [await extend('P1', session, 0), await extend('P1', session, 0)];
		expect(once).toMatchObject({
			ok: true,
			value: { extended: 1, until: new Date('2026-12-01T10:25:00Z') },
		});
		expect(twice).toEqual(once);
		expect(await extend('P1', session, 1)).toMatchObject({ ok: true });
		expect(await extend('P1', session, 2)).toMatchObject({ ok: true, value: { extended: 3 } });
		expect(await extend('P1', session, 3)).toEqual({ ok: false, reason: 'extended_enough' });
		later(15);
		expect(await extend('P1', session, 3)).toEqual({ ok: false, reason: 'hold_over' });
		expect(await extend('P2', session, 0)).toEqual({ ok: false, reason: 'hold_over' });
	});

	test('is given up by choosing another session, and nobody holds two', async () => {
		const [one, other] = [await newSession(), await newSession()];
		await hold('P1', one);
		await hold('P1', other);
		expect((await inside(one)).held).toEqual([]);
		expect(names((await inside(other)).held)).toEqual(['P1']);
		await release('P1', other);
		await release('P1', other);
		expect(await ledgerOf(pool, other)).toEqual(['P1 held', 'P1 hold_released']);
	});

	test('does not clash with what its owner holds; a real clash is no reason to refuse it, only the booking', async () => {
		const [one, other] = [await newSession({ weekdays: [1] }), await newSession({ weekdays: [1] })];
		await book('P1', one);
		expect(await hold('P1', other)).toMatchObject({ ok: true });
		expect(await book('P1', other)).toMatchObject({ reason: 'clash', session: one });
	});

	test('nobody holds for somebody else, what is not there, or what has begun', async () => {
		const session = await newSession();
		expect(await holdSeat(deps, newcomer('P2'), { dossier: 'P1', session })).toMatchObject({
			reason: 'not_yours',
		});
		expect(await hold('P1', 'nowhere')).toMatchObject({ reason: 'unknown_session' });
		expect(await hold('nobody', session)).toMatchObject({ reason: 'unknown_dossier' });
		setNow(new Date('2027-01-11T08:00:00Z'));
		expect(await hold('P1', session)).toMatchObject({ reason: 'session_started' });
	});

	test('of 40 people at once 5 hold the 5 seats, 20 times; ten clicks of one person are one hold', async () => {
		const session = await newSession({ seats: 5 });
		for (let round = 0; round < 20; round++) {
			const answers = await Promise.all(people.map((person) => hold(person, session)));
			expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
			const { held } = await inside(session);
			expect(held).toHaveLength(5);
			const half = held.slice(0, 3);
			await Promise.all(names(half).map((person) => book(person, session)));
			await Promise.all(names(held.slice(3)).map((person) => release(person, session)));
			for (const { id, dossier } of (await inside(session)).booked) await cancel(dossier, id);
		}
		const answers = await Promise.all(Array.from({ length: 10 }, () => hold('P1', session)));
		expect(answers).toEqual(Array(10).fill(answers[0]));
		expect((await inside(session)).held).toHaveLength(1);
	}, 120_000);
});

describe('seats for people who are helped', () => {
	test('the web cannot take them, a counter can; each that a counter takes is one less to keep', async () => {
		const session = await newSession({ seats: 4, counterReserve: 2 });
		expect(await book('P1', session)).toMatchObject({ ok: true });
		expect(await book('P2', session)).toMatchObject({ ok: true });
		expect(await book('P3', session)).toEqual({ ok: false, reason: 'full' });
		for (const channel of ['kiosk', 'helper', 'desk', 'phone', 'paper', 'command'] as const) {
			const kept = await hold('P3', session, { ...desk, channel });
			expect(kept).toMatchObject({ ok: true, value: { assisted: true } });
			await release('P3', session);
		}
		expect(await book('P3', session, randomUUID(), desk)).toMatchObject({ ok: true });
		expect(await book('P4', session)).toEqual({ ok: false, reason: 'full' });
		expect(await book('P4', session, randomUUID(), desk)).toMatchObject({ ok: true });
	});

	test('a seat that was held at a counter stays one of them when its owner confirms on the web', async () => {
		const session = await newSession({ seats: 2, counterReserve: 1 });
		await hold('P1', session, desk);
		expect(await book('P1', session)).toMatchObject({ ok: true });
		expect(await book('P2', session)).toMatchObject({ ok: true });
	});

	test('they are offered to the line three working days before, by the sweep and not earlier', async () => {
		const session = await newSession({ seats: 2, counterReserve: 1, weekdays: [1] });
		await book('P1', session);
		expect(await join('P2', session)).toMatchObject({ ok: true });
		setNow(new Date('2027-01-05T22:59:00Z'));
		expect(await sweepSeats(deps, system)).toEqual({ ok: true, value: { lapsed: 0, offered: 0 } });
		setNow(new Date('2027-01-05T23:00:00Z'));
		expect(await sweepSeats(deps, system)).toEqual({ ok: true, value: { lapsed: 0, offered: 1 } });
		expect(names((await inside(session)).offered)).toEqual(['P2']);
	});
});

describe('an offer', () => {
	test('comes with the cancelling, keeps the seat for 24 opening hours, and is taken by booking', async () => {
		const { session, bookings } = await full();
		await join('P10', session);
		await join('P11', session);
		await cancel('P0', bookings[0]!);
		expect(await inside(session)).toMatchObject({ offered: [{ dossier: 'P10' }] });
		const { rows } = await pool.query<{ until: Date }>(
			'select until from seat_hold where session = $1 and ended_at is null',
			[session],
		);
		// No hours are known of the office: Monday to Friday, 9:00 to 17:00.
		expect(rows[0]?.until).toEqual(new Date('2026-12-04T10:00:00Z'));
		expect(await book('P12', session)).toEqual({ ok: false, reason: 'full' });
		expect(await join('P10', session)).toEqual({ ok: true, value: { place: 1 } });
		expect(await book('P10', session)).toMatchObject({ ok: true });
		expect(await ledgerOf(pool, session)).toEqual([
			...['P0 booked', 'P1 booked', 'P10 joined_line', 'P11 joined_line', 'P0 cancelled', 'P10 offered'],
			...['P10 offer_accepted', 'P10 booked', 'P10 left_line'],
		]);
	});

	test('follows the hours of its office and ends with the beginning at the latest', async () => {
		await pool.query(`update office set hours = 'Mo-Fr 09:00-12:00' where id = 'bapa-bxl'`);
		const { session, bookings } = await full();
		await join('P10', session);
		await cancel('P0', bookings[0]!);
		const until = async (of: string) =>
			(
				await pool.query<{ until: Date }>(
					'select until from seat_hold where session = $1 and ended_at is null',
					[of],
				)
			).rows[0]?.until;
		expect(await until(session)).toEqual(new Date('2026-12-11T10:00:00Z'));
		const { session: near, bookings: seats } = await full(1, { startsOn: '2026-12-02', weekdays: [1] });
		await join('P11', near);
		await cancel('P0', seats[0]!);
		expect(await until(near)).toEqual(new Date('2026-12-07T08:00:00Z'));
		await pool.query(`update office set hours = null where id = 'bapa-bxl'`);
	});

	test('that is declined goes to the next, and its person leaves the line', async () => {
		const { session, bookings } = await full();
		for (const person of ['P10', 'P11']) await join(person, session);
		await cancel('P0', bookings[0]!);
		expect(await decline('P11', session)).toEqual({ ok: false, reason: 'no_offer' });
		expect(await decline('P10', session)).toMatchObject({ ok: true });
		expect(await decline('P10', session)).toEqual({ ok: false, reason: 'no_offer' });
		const now = await inside(session);
		expect([names(now.offered), names(now.waiting)]).toEqual([['P11'], ['P11']]);
		// Leaving the line with an offer in hand is declining it.
		await leave('P11', session);
		expect(await inside(session)).toMatchObject({ offered: [], waiting: [] });
		expect(await book('P12', session)).toMatchObject({ ok: true });
	});

	test('that nobody takes in time goes to the next, and its person is out of the line', async () => {
		const { session, bookings } = await full();
		for (const person of ['P10', 'P11']) await join(person, session);
		await cancel('P0', bookings[0]!);
		setNow(new Date('2026-12-04T10:00:00Z'));
		expect(await promote(deps, system, { session })).toEqual({ ok: true, value: { lapsed: 1, offered: 1 } });
		const now = await inside(session);
		expect([names(now.offered), names(now.waiting)]).toEqual([['P11'], ['P11']]);
		expect(await book('P10', session)).toEqual({ ok: false, reason: 'full' });
		expect((await ledgerOf(pool, session)).slice(-3)).toEqual([
			'P10 offer_expired',
			'P10 left_line',
			'P11 offered',
		]);
	});

	test('whoever comes just after one has ended is not before the next in line', async () => {
		const { session, bookings } = await full();
		for (const person of ['P10', 'P11']) await join(person, session);
		await cancel('P0', bookings[0]!);
		setNow(new Date('2026-12-04T10:00:00Z'));
		expect(await book('P12', session)).toEqual({ ok: false, reason: 'full' });
		expect(names((await inside(session)).offered)).toEqual(['P11']);
	});

	test('goes over who may not book now, who keep their place; a seat nobody in line may have is anybody’s', async () => {
		await addPeople(pool, ['paused']);
		const { session, bookings } = await full();
		await join('paused', session);
		await pool.query(
			`insert into suspension (dossier, "from", until, recorded_at) values ('paused', '2026-12-01', '2026-12-10', now())`,
		);
		await join('P11', session);
		await cancel('P0', bookings[0]!);
		expect(names((await inside(session)).offered)).toEqual(['P11']);
		await cancel('P1', bookings[1]!);
		expect(names((await inside(session)).offered)).toEqual(['P11']);
		expect(await book('P12', session)).toMatchObject({ ok: true });
		setNow(new Date('2026-12-11T10:00:00Z'));
		await sweepSeats(deps, system);
		expect(names((await inside(session)).offered)).toEqual(['paused']);
	});

	test('comes by every way that frees a seat: a hold given up or over, a move, added seats', async () => {
		const held = await newSession({ seats: 1, weekdays: [2] });
		await hold('P1', held);
		await join('P10', held);
		await release('P1', held);
		expect(names((await inside(held)).offered)).toEqual(['P10']);

		const lapsing = await newSession({ seats: 1, weekdays: [3] });
		await hold('P1', lapsing);
		await join('P11', lapsing);
		later(15);
		expect(await sweepSeats(deps, system)).toMatchObject({ value: { lapsed: 1, offered: 1 } });
		expect(names((await inside(lapsing)).offered)).toEqual(['P11']);

		const { session: left, bookings } = await full(1);
		const target = await newSession({ weekdays: [5] });
		await join('P12', left);
		expect(await move('P0', bookings[0]!, target)).toMatchObject({ ok: true });
		expect(names((await inside(left)).offered)).toEqual(['P12']);
	});

	test('ten promoters at once give each person exactly one, twenty times', async () => {
		for (let round = 0; round < 20; round++) {
			const session = await newSession({ seats: 5, weekdays: [(round % 5) + 1] });
			for (const person of people.slice(0, 5)) await hold(person, session, desk);
			const line = people.slice(10, 20);
			for (const person of line) await join(person, session);
			later(31);
			const done = await Promise.all(
				Array.from({ length: 10 }, (_, index) =>
					index % 2 === 0 ? promote(deps, system, { session }) : sweepSeats(deps, system),
				),
			);
			expect(done.reduce((sum, { value }) => sum + value.offered, 0)).toBe(5);
			const now = await inside(session);
			expect(names(now.offered).toSorted()).toEqual(line.slice(0, 5).toSorted());
			for (const person of line) await leave(person, session);
		}
	}, 120_000);

	test('the database itself keeps one seat of a session for one person', async () => {
		const session = await newSession();
		const kept = { kind: 'offer', assisted: false, since: present, until: new Date('2026-12-05') } as const;
		const add = () =>
			deps.store.transact((tx) => tx.holds.add({ ...kept, id: randomUUID(), session, dossier: 'P1' }));
		const answers = await Promise.all(Array.from({ length: 10 }, add));
		expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
		await pool.query('update seat_hold set ended_at = now() where session = $1', [session]);
	});
});

describe('moving', () => {
	test('takes the new seat and gives the old one back, once for a form sent twice', async () => {
		const [from, to] = [await newSession({ weekdays: [2] }), await newSession({ weekdays: [3] })];
		const given = await book('P1', from);
		const id = given.ok ? given.value.booking : '';
		const key = randomUUID();
		const answers = await Promise.all(Array.from({ length: 10 }, () => move('P1', id, to, key)));
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]).toMatchObject({ ok: true, value: { session: to } });
		expect([(await inside(from)).booked, names((await inside(to)).booked)]).toEqual([[], ['P1']]);
		expect(await ledgerOf(pool, from)).toEqual(['P1 booked', 'P1 moved_out']);
		expect(await ledgerOf(pool, to)).toEqual(['P1 moved_in']);
		expect(await move('P1', id, to)).toEqual({ ok: false, reason: 'unknown_booking' });
	});

	test('is refused as booking is, and the old seat stays; the clash with what is left counts for nothing', async () => {
		const from = await newSession({ weekdays: [2] });
		const same = await newSession({ weekdays: [2] });
		const { session: taken } = await full(1);
		const given = await book('P5', from);
		const id = given.ok ? given.value.booking : '';
		expect(await move('P5', id, taken)).toEqual({ ok: false, reason: 'full' });
		expect(await move('P6', id, same)).toEqual({ ok: false, reason: 'unknown_booking' });
		expect(await move('P5', id, 'nowhere')).toEqual({ ok: false, reason: 'unknown_session' });
		expect(await move('P5', id, from)).toEqual({ ok: false, reason: 'already_booked' });
		const citizenship = await addSession(
			database,
			{ id: 'other-kind', weekdays: [4], course: 'other' },
			{ id: 'other', kind: 'citizenship' },
		);
		expect(await move('P5', id, citizenship)).toEqual({ ok: false, reason: 'other_course' });
		expect(names((await inside(from)).booked)).toEqual(['P5']);
		expect(await move('P5', id, same)).toMatchObject({ ok: true });
		setNow(new Date('2027-02-11T08:00:00Z'));
		const [moved] = (await inside(same)).booked;
		expect(await move('P5', moved!.id, from)).toEqual({ ok: false, reason: 'left_session_started' });
	});

	test('crosswise at once, round after round: nobody waits for ever, nobody loses a seat', async () => {
		const [one, other] = [
			await newSession({ seats: 12, weekdays: [2] }),
			await newSession({ seats: 12, weekdays: [3] }),
		];
		for (const [index, person] of people.slice(0, 16).entries()) await book(person, index % 2 ? one : other);
		for (let round = 0; round < 10; round++) {
			const { rows } = await pool.query<{ id: string; dossier: string; session: string }>(
				'select id, dossier, session from booking where session = any($1) and cancelled_at is null',
				[[one, other]],
			);
			await Promise.all(
				rows.map(({ id, dossier, session }) => move(dossier, id, session === one ? other : one)),
			);
			const seats = [...(await inside(one)).booked, ...(await inside(other)).booked];
			expect(names(seats).toSorted()).toEqual(people.slice(0, 16).toSorted());
		}
	}, 60_000);

	test('uses the seat that is held for its person', async () => {
		const from = await newSession({ weekdays: [2] });
		const to = await newSession({ seats: 1, weekdays: [3] });
		const given = await book('P1', from);
		await hold('P1', to);
		expect(await move('P1', given.ok ? given.value.booking : '', to)).toMatchObject({ ok: true });
		expect((await inside(to)).held).toEqual([]);
	});
});

test('who may be offered a seat is said in SQL as the domain says it', async () => {
	const session = await newSession({ seats: 1 });
	const choices = outcomes.flatMap((outcome) =>
		[null, '2026-01-05'].flatMap((confirmedOn) =>
			[true, false, null].flatMap((mayFollowVoluntarily) =>
				['nothing', 'registration', 'completion'].flatMap((step) =>
					['never', 'now', 'over', 'later'].flatMap((paused) =>
						[null, '2026-12-01', '2026-12-02'].map((closedOn) => ({
							...{ outcome, confirmedOn, mayFollowVoluntarily, step, paused, closedOn },
							id: ['C', outcome, confirmedOn, mayFollowVoluntarily, step, paused, closedOn].join('|'),
						})),
					),
				),
			),
		),
	);
	const pauses: Record<string, { from: string; until: string | null }[]> = {
		never: [],
		now: [{ from: '2026-12-01', until: null }],
		over: [{ from: '2026-11-01', until: '2026-11-30' }],
		later: [{ from: '2026-12-02', until: '2026-12-03' }],
	};
	await pool.query(
		`insert into dossier (id, commune, language, name_hash, outcome, reasons, reference_date, rules,
			may_follow_voluntarily, decided_on, confirmed_on, closed_on, created_at)
		select c->>'id', '21015', 'ar', '\\x00', c->>'outcome', '{}', '2025-12-01', 'test',
			(c->>'mayFollowVoluntarily')::boolean, '2025-12-02', (c->>'confirmedOn')::date, (c->>'closedOn')::date, now()
		from jsonb_array_elements($1::jsonb) c`,
		[JSON.stringify(choices)],
	);
	await pool.query(
		`insert into step_done (dossier, step, "on", recorded_at)
		select c->>'id', c->>'step', '2026-11-01', now() from jsonb_array_elements($1::jsonb) c
		where c->>'step' <> 'nothing'`,
		[JSON.stringify(choices)],
	);
	for (const [paused, [pause]] of Object.entries(pauses))
		if (pause)
			await pool.query(
				`insert into suspension (dossier, "from", until, recorded_at)
				select c->>'id', $2, $3, now() from jsonb_array_elements($1::jsonb) c where c->>'paused' = $4`,
				[JSON.stringify(choices), pause.from, pause.until, paused],
			);
	await pool.query(
		`insert into waiting_entry (id, session, dossier, joined_at)
		select gen_random_uuid(), $2, c->>'id', now() from jsonb_array_elements($1::jsonb) c`,
		[JSON.stringify(choices), session],
	);
	const may = choices
		.filter(({ paused, step, mayFollowVoluntarily, ...facts }) => {
			const done = isOfficeStep(step) ? [{ step, on: '2026-11-01', office: null }] : [];
			const known = { ...facts, done, suspensions: pauses[paused]!, registerByPrinted: null };
			const status = statusOf({ ...known, booked: [], waiting: [] }, '2026-12-01');
			return whyNoRight(status, mayFollowVoluntarily) === null;
		})
		.map(({ id }) => id);
	const next = await deps.store.look((tx) => tx.holds.nextInLine(session, start, 10_000));
	expect(may.length).toBeGreaterThan(50);
	expect(next.toSorted()).toEqual(may.toSorted());
	await pool.query('update waiting_entry set left_at = now() where session = $1', [session]);
});

test('the check finds holds and offers that the ledger does not tell of, and the other way round', async () => {
	const session = await newSession({ seats: 1 });
	await hold('P1', session);
	await pool.query('update seat_hold set ended_at = now() where session = $1', [session]);
	await pool.query(
		`insert into seat_hold (id, session, dossier, kind, assisted, since, until)
		select gen_random_uuid(), $1, p, k, false, now(), '2026-12-02'
		from unnest(array['P2', 'P3'], array['hold', 'offer']) as x(p, k)`,
		[session],
	);
	expect((await checkSeats(deps)).map(({ code, details }) => [code, details['dossier']])).toEqual([
		['more_bookings_than_seats', undefined],
		['hold_not_in_ledger', 'P2'],
		['offer_not_in_ledger', 'P3'],
		['ledger_without_hold', 'P1'],
		['offer_without_place', 'P3'],
	]);
	// Mended by hand, as an operator would.
	await pool.query('update seat_hold set ended_at = now() where session = $1', [session]);
	await deps.store.transact((tx) =>
		tx.bookings.record([{ session, dossier: 'P1', kind: 'hold_released', actor: system }], present),
	);
});

test('without the lock holds and offers are given twice', async () => {
	const unlocked: Deps = {
		...deps,
		store: {
			...deps.store,
			transact: (work) =>
				deps.store.transact((tx) =>
					work({ ...tx, courses: { ...tx.courses, lockSession: tx.courses.findSession } }),
				),
		},
	};
	let most = 0;
	for (let round = 0; round < 20 && most <= 2; round++) {
		const session = await newSession();
		await Promise.all(
			people.map((dossier, index) =>
				index % 2
					? holdSeat(unlocked, newcomer(dossier), { dossier, session })
					: bookSeat(unlocked, newcomer(dossier), { dossier, session, key: randomUUID() }),
			),
		);
		const now = await inside(session);
		most = Math.max(most, now.booked.length + now.held.length);
		for (const person of names(now.held)) await release(person, session);
		for (const { id, dossier } of now.booked) await cancel(dossier, id);
	}
	expect(most).toBeGreaterThan(2);
});
