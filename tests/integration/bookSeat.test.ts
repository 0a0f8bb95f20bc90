import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcomes } from '#lib/domain/decision.ts';
import { mustFollow } from '#lib/domain/status.ts';
import type { Actor } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { leaveWaitingList } from '#lib/services/leaveWaitingList.ts';
import type { Deps } from '#lib/services/ports.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';

const database = await testDatabase({ connections: 50 });
const { deps, pool, setNow } = database;

const clients = Array.from({ length: 50 }, (_, index) => `P${index}`);
await addPeople(pool, clients);

const newcomer = (dossier: string): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});
const book = (dossier: string, session: string, key: string = randomUUID(), by: Deps = deps) =>
	bookSeat(by, newcomer(dossier), { dossier, session, key });
const join = (dossier: string, session: string) =>
	joinWaitingList(deps, newcomer(dossier), { dossier, session });
const leave = (dossier: string, session: string) =>
	leaveWaitingList(deps, newcomer(dossier), { dossier, session });
const cancel = (dossier: string, booking: string) => cancelBooking(deps, newcomer(dossier), { booking });

const standing = async (session: string) =>
	(
		await pool.query<{ id: string; dossier: string }>(
			'select id, dossier from booking where session = $1 and cancelled_at is null order by booked_at, id',
			[session],
		)
	).rows;
const empty = async (session: string) => {
	for (const { id, dossier } of await standing(session)) await cancel(dossier, id);
};

const present = new Date('2026-12-01T10:00:00Z');
beforeEach(() => setNow(present));
afterEach(async () => {
	setNow(present);
	const { rows } = await pool.query<{ session: string; dossier: string }>(
		'select session, dossier from waiting_entry where left_at is null',
	);
	for (const { session, dossier } of rows) await leave(dossier, session);
	for (const { id } of (await pool.query<{ id: string }>('select id from session')).rows) await empty(id);
});

/** The same deps on a store that does not lock a session before it counts. */
const withoutLock: Deps = {
	...deps,
	store: {
		...deps.store,
		transact: (work) =>
			deps.store.transact((tx) =>
				work({ ...tx, courses: { ...tx.courses, lockSession: tx.courses.findSession } }),
			),
	},
};

describe('the last seats', () => {
	const rounds = 200;

	test(`50 people ask at once for 5 seats, ${rounds} times: exactly 5 get one each time`, async () => {
		await Promise.all(clients.map(() => pool.query('select pg_sleep(0.05)')));
		expect(pool.totalCount).toBeGreaterThanOrEqual(30);
		const session = await addSession(database, { id: 'race' });
		for (let round = 0; round < rounds; round++) {
			const answers = await Promise.all(clients.map((person) => book(person, session)));
			const said = answers.map((answer) => (answer.ok ? 'given' : answer.reason)).toSorted();
			expect(said).toEqual([...Array(45).fill('full'), ...Array(5).fill('given')]);
			expect(await standing(session)).toHaveLength(5);
			await empty(session);
		}
		expect(await checkSeats(deps)).toEqual([]);
	}, 300_000);

	test('without the lock the same race gives away seats that are not there', async () => {
		let most = 0;
		for (let round = 0; round < 20 && most <= 5; round++) {
			const session = await addSession(database, { id: `unlocked-${round}` });
			await Promise.all(clients.map((person) => book(person, session, undefined, withoutLock)));
			most = Math.max(most, (await standing(session)).length);
			expect((await checkSeats(deps)).some(({ code }) => code === 'more_bookings_than_seats')).toBe(most > 5);
			await empty(session);
		}
		expect(most).toBeGreaterThan(5);
	});
});

describe('asking again', () => {
	test('the same key ten times at once: one booking, the same answer ten times, also days later', async () => {
		const session = await addSession(database, { id: 'again' });
		const key = randomUUID();
		const answers = await Promise.all(Array.from({ length: 10 }, () => book('P1', session, key)));
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]?.ok).toBe(true);
		expect(await standing(session)).toHaveLength(1);
		setNow(new Date('2026-12-04T10:00:01Z'));
		expect(await book('P1', session, key)).toEqual(answers[0]);
		const { rows } = await pool.query("select 1 from seat_event where session = 'again'");
		expect(rows).toHaveLength(1);
	});

	test('a key belongs to one person and one request', async () => {
		const [one, other] = [
			await addSession(database, { id: 'k1' }),
			await addSession(database, { id: 'k2', weekdays: [2] }),
		];
		const key = randomUUID();
		expect((await book('P1', one, key)).ok).toBe(true);
		expect(await book('P1', other, key)).toMatchObject({ reason: 'key_of_another_request' });
		expect((await book('P2', one, key)).ok).toBe(true);
		expect(await book('P3', one, 'x')).toMatchObject({ reason: 'wrong_key' });
	});

	test('ten different keys at once: one seat, the other nine are told that they have it', async () => {
		const session = await addSession(database, { id: 'ten-keys' });
		const answers = await Promise.all(Array.from({ length: 10 }, () => book('P1', session)));
		const said = answers.map((answer) => (answer.ok ? 'given' : answer.reason)).toSorted();
		expect(said).toEqual([...Array(9).fill('already_booked'), 'given']);
	});

	test('the database itself gives one person one seat, and says so in the same words', async () => {
		const session = await addSession(database, { id: 'wall' });
		const blind: Deps = {
			...deps,
			store: {
				...deps.store,
				transact: (work) =>
					deps.store.transact((tx) =>
						work({
							...tx,
							bookings: {
								...tx.bookings,
								request: async (...of) => ({ ...(await tx.bookings.request(...of)), seats: [] }),
							},
						}),
					),
			},
		};
		expect((await book('P1', session, undefined, blind)).ok).toBe(true);
		expect(await book('P1', session, undefined, blind)).toEqual({ ok: false, reason: 'already_booked' });
	});
});

describe('what stands in the way', () => {
	test('two sessions at the same hour, asked for at once: one is given, the other clashes', async () => {
		const sessions = [
			await addSession(database, { id: 'hour-1' }),
			await addSession(database, { id: 'hour-2' }),
		];
		for (let round = 0; round < 20; round++) {
			const answers = await Promise.all(sessions.map((session) => book('P1', session)));
			expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
			expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: 'clash', on: '2027-01-11' });
			for (const session of sessions) await empty(session);
		}
	});

	test('nobody books for somebody else, what is not there, or what has begun', async () => {
		const session = await addSession(database, { id: 'rules' });
		const asP2 = newcomer('P2');
		expect(await bookSeat(deps, asP2, { dossier: 'P1', session, key: randomUUID() })).toMatchObject({
			reason: 'not_yours',
		});
		expect(await book('P1', 'nowhere')).toMatchObject({ reason: 'unknown_session' });
		expect(await book('nobody', session)).toMatchObject({ reason: 'unknown_dossier' });
		setNow(new Date('2027-01-11T08:00:00Z'));
		expect(await book('P1', session)).toMatchObject({ reason: 'session_started' });
	});

	test('closed, suspended and finished pathways get no seat; proposals, exempt and voluntary people do', async () => {
		await addPeople(pool, ['closed', 'suspended', 'finished']);
		await addPeople(pool, ['proposed'], { confirmedOn: null });
		await addPeople(pool, ['exempt'], { outcome: 'exempt', mayFollowVoluntarily: true, confirmedOn: null });
		await addPeople(pool, ['age'], { outcome: 'review', mayFollowVoluntarily: null, confirmedOn: null });
		await pool.query(`update dossier set closed_on = '2026-11-30' where id = 'closed'`);
		await pool.query(
			`insert into suspension (dossier, "from", recorded_at) values ('suspended', '2026-11-01', now())`,
		);
		await pool.query(
			`insert into step_done (dossier, step, "on", recorded_at) values ('finished', 'completion', '2026-11-01', now())`,
		);
		const session = await addSession(database, { id: 'rights' });
		const said = async (person: string) => {
			const answer = await book(person, session);
			return answer.ok ? 'given' : answer.reason;
		};
		expect(await said('closed')).toBe('dossier_closed');
		expect(await said('suspended')).toBe('pathway_suspended');
		expect(await said('finished')).toBe('pathway_completed');
		expect(await said('age')).toBe('age_not_settled');
		expect(await said('proposed')).toBe('given');
		expect(await said('exempt')).toBe('given');
	});
});

describe('the line', () => {
	const fill = async (id: string, seats = 2) => {
		const session = await addSession(database, { id, seats });
		for (let index = 0; index < seats; index++) expect((await book(`P${index}`, session)).ok).toBe(true);
		return session;
	};
	afterEach(async () => expect(await checkSeats(deps)).toEqual([]));

	test('a freed seat is offered to the first in line; the others wait, who is not in line too', async () => {
		const session = await fill('line');
		expect(await join('P10', session)).toEqual({ ok: true, value: { place: 1 } });
		expect(await join('P11', session)).toEqual({ ok: true, value: { place: 2 } });
		expect(await join('P10', session)).toEqual({ ok: true, value: { place: 1 } });
		const [freed] = await standing(session);
		await cancel(freed!.dossier, freed!.id);
		expect(await book('P12', session)).toEqual({ ok: false, reason: 'full' });
		expect(await book('P11', session)).toEqual({ ok: false, reason: 'full' });
		expect((await book('P10', session)).ok).toBe(true);
		expect(await join('P11', session)).toEqual({ ok: true, value: { place: 1 } });
		await leave('P11', session);
		expect(await leave('P11', session)).toMatchObject({ ok: true });
	});

	test('nobody joins a line while there is a seat for them, nor with a seat in hand', async () => {
		const session = await addSession(database, { id: 'free', seats: 2 });
		expect(await join('P1', session)).toEqual({ ok: false, reason: 'seat_free' });
		await book('P1', session);
		expect(await join('P1', session)).toEqual({ ok: false, reason: 'already_booked' });
	});

	test('people who must follow the pathway stand before those who may', async () => {
		await addPeople(pool, ['may'], { outcome: 'exempt', mayFollowVoluntarily: true, confirmedOn: null });
		const session = await fill('classes');
		expect(await join('may', session)).toEqual({ ok: true, value: { place: 1 } });
		expect(await join('P10', session)).toEqual({ ok: true, value: { place: 1 } });
		expect(await join('may', session)).toEqual({ ok: true, value: { place: 2 } });
	});

	test('whoever must follow by the rules or by a confirmation has priority, as the domain says it', async () => {
		const session = await fill('obliged');
		const cases = outcomes.flatMap((outcome) =>
			[null, '2026-01-05'].map((confirmedOn) => ({ outcome, confirmedOn, id: `${outcome}-${confirmedOn}` })),
		);
		const may = cases.filter((each) => !mustFollow(each));
		const must = cases.filter(mustFollow);
		expect(must.map(({ id }) => id)).toContain('review-2026-01-05');
		for (const { id, ...facts } of [...may, ...must]) {
			await addPeople(pool, [id], { ...facts, mayFollowVoluntarily: true });
			expect((await join(id, session)).ok).toBe(true);
		}
		const expected = [...must, ...may];
		for (const [index, { id }] of expected.entries())
			expect([id, await join(id, session)]).toEqual([id, { ok: true, value: { place: index + 1 } }]);
	});

	test('30 people in line, 3 seats freed, everybody asks at once: the first three get them', async () => {
		const session = await fill('rush', 5);
		const waiting = clients.slice(10, 40);
		for (const [index, person] of waiting.entries())
			expect(await join(person, session)).toEqual({ ok: true, value: { place: index + 1 } });
		for (const { id, dossier } of (await standing(session)).slice(0, 3)) await cancel(dossier, id);
		const asking = [...waiting, ...clients.slice(40)];
		await Promise.all(asking.map((person) => book(person, session)));
		const before = clients.slice(0, 5);
		const served = (await standing(session))
			.map((seat) => seat.dossier)
			.filter((person) => !before.includes(person));
		expect(served.toSorted()).toEqual(waiting.slice(0, 3).toSorted());
	});

	test('a storm of booking, cancelling, joining and leaving leaves the seats and the ledger in agreement', async () => {
		const sessions = [
			await addSession(database, { id: 's1', seats: 4 }),
			await addSession(database, { id: 's2', seats: 3 }),
		];
		await Promise.all(
			clients.map(async (person, index) => {
				for (let turn = 0; turn < 6; turn++) {
					const session = sessions[(index + turn) % 2]!;
					const answer = await book(person, session);
					if (answer.ok && turn < 5) await cancel(person, answer.value.booking);
					else if (!answer.ok && turn % 2 === 0) await join(person, session);
					else await leave(person, session);
				}
			}),
		);
		for (const session of sessions) {
			expect((await standing(session)).length).toBeLessThanOrEqual(4);
			await empty(session);
		}
	});
});

describe('giving back', () => {
	test('a seat is given back once, by its person, before the session begins', async () => {
		const session = await addSession(database, { id: 'back' });
		const given = await book('P1', session);
		const id = given.ok ? given.value.booking : '';
		expect(await cancel('P2', id)).toMatchObject({ reason: 'unknown_booking' });
		expect(await cancel('P1', randomUUID())).toMatchObject({ reason: 'unknown_booking' });
		setNow(new Date('2027-01-11T08:00:00Z'));
		expect(await cancel('P1', id)).toMatchObject({ reason: 'session_started' });
		setNow(new Date('2027-01-11T07:59:00Z'));
		const answers = await Promise.all(Array.from({ length: 5 }, () => cancel('P1', id)));
		expect(answers).toEqual(Array(5).fill({ ok: true, value: { session } }));
		const { rows } = await pool.query("select kind from seat_event where session = 'back' order by seq");
		expect(rows.map(({ kind }) => kind)).toEqual(['booked', 'cancelled']);
	});
});

describe('the check of the seats', () => {
	test('finds a booking and a place in line that the ledger does not know, and the other way round', async () => {
		const session = await addSession(database, { id: 'audit', seats: 1 });
		await book('P1', session);
		await join('P2', session);
		await pool.query(`update booking set cancelled_at = now() where session = 'audit'`);
		await pool.query(`update waiting_entry set left_at = now() where session = 'audit'`);
		await pool.query(
			`insert into booking (id, session, dossier, booked_at) select gen_random_uuid(), 'audit', p, now() from unnest(array['P3', 'P4']) p`,
		);
		const faults = await checkSeats(deps);
		expect(faults.map(({ code }) => code)).toEqual([
			'more_bookings_than_seats',
			'booking_not_in_ledger',
			'booking_not_in_ledger',
			'ledger_without_booking',
			'ledger_without_waiting_entry',
		]);
		expect(faults[3]).toEqual({
			check: 'seats',
			code: 'ledger_without_booking',
			details: { session: 'audit', dossier: 'P1' },
		});
	});
});
