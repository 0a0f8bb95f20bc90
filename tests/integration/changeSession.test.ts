import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { demonstrationOffer } from '#lib/demonstration/offer.ts';
import type { OfferCells } from '#lib/demonstration/courseSeries.ts';
import type { NeedCode, NeedLanguage } from '#lib/domain/needs.ts';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { keepNeeds } from '#lib/services/needs.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { readBooking } from '#lib/services/readBooking.ts';
import { readBookings } from '#lib/services/readBookings.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { testDatabase } from '../support/database.ts';
import { addOffice } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
setNow(new Date('2026-12-01T10:00:00Z'));

type Cells = OfferCells & { called_off?: string };
const plain: Cells = {
	...demonstrationOffer('2026-12-01')[0]!,
	...{ seats: '2', counter_reserve: '0', starts_on: '2027-01-11', weekdays: '1', meetings: '4' },
	...{ start_time: '09:00', end_time: '11:00', place: 'Rue X 1, 1030 Schaerbeek' },
};
await addOffice(pool, plain.office);

const takeIn = async (session: string, changes: Partial<Cells> = {}) =>
	(await takeInOffer(deps, operator, [{ row: 2, cells: { ...plain, course: session, session, ...changes } }]))
		.value;

/** A session with two people in it and one in its line. */
const crowded = async () => {
	const session = `S-${randomUUID()}`;
	await takeIn(session);
	const [one, two, three] = [1, 2, 3].map((each) => `${session.slice(0, 12)}-${each}`) as [
		string,
		string,
		string,
	];
	await addPeople(pool, [one, two, three]);
	const bookings: string[] = [];
	for (const dossier of [one, two]) {
		const seat = await bookSeat(deps, operator, { dossier, session, key: randomUUID() });
		if (!seat.ok) throw new Error(seat.reason);
		bookings.push(seat.value.booking);
	}
	const joined = await joinWaitingList(deps, operator, { dossier: three, session });
	if (!joined.ok) throw new Error(joined.reason);
	return { session, people: [one, two, three], bookings };
};
const told = async (session: string, kind: string) =>
	(
		await pool.query<{ dossier: string }>(
			`select dossier from message where session = $1 and kind = $2 order by dossier`,
			[session, kind],
		)
	).rows.map(({ dossier }) => dossier);
const row = async (session: string) =>
	(await pool.query('select * from session where id = $1', [session])).rows[0] as Record<string, unknown>;

test.each([
	['another time', { start_time: '13:00', end_time: '15:00' }],
	['another day', { weekdays: '2' }],
	['another beginning', { starts_on: '2027-01-18' }],
	['fewer meetings', { meetings: '3' }],
	['another place', { place: 'Rue Y 2, 1000 Bruxelles' }],
] as const)('%s: everybody with a seat or a place in line is told once', async (_, changes) => {
	const { session, people } = await crowded();
	await takeIn(session, changes);
	expect(await told(session, 'session_changed')).toEqual(people);
	expect(await row(session)).toMatchObject({ revision: 1, most_meetings: 4 });
	await takeIn(session, changes);
	expect(await told(session, 'session_changed')).toEqual(people);
	expect(await row(session)).toMatchObject({ revision: 1 });
	await takeIn(session);
	expect(await row(session)).toMatchObject({ revision: 2 });
});

test('what changes nothing about where and when is told to nobody', async () => {
	const { session } = await crowded();
	// Monday 11 January is the first Monday from the Friday before on, too.
	await takeIn(session, { starts_on: '2027-01-08', childcare: 'yes', seats: '3', teacher_gender: 'female' });
	expect(await told(session, 'session_changed')).toEqual([]);
	expect(await row(session)).toMatchObject({ revision: 0, childcare: true });
});

test('a session that is over is changed without a word', async () => {
	const { session } = await crowded();
	setNow(new Date('2027-06-01T10:00:00Z'));
	try {
		await takeIn(session, { place: 'Rue Y 2, 1000 Bruxelles' });
		expect(await told(session, 'session_changed')).toEqual([]);
		expect((await takeIn(session, { called_off: 'yes' })).refused).toMatchObject([
			{ faults: [{ reason: 'session_over', column: 'called_off' }] },
		]);
	} finally {
		setNow(new Date('2026-12-01T10:00:00Z'));
	}
});

test('called off: seats given back, the line dissolved, everybody told once, and the ledger agrees', async () => {
	const { session, people, bookings } = await crowded();
	expect(await takeIn(session, { called_off: 'yes', seats: '1' })).toMatchObject({ taken: 1 });
	expect(await told(session, 'session_called_off')).toEqual(people);
	expect(await told(session, 'session_changed')).toEqual([]);
	const { rows } = await pool.query<{ seats: number; places: number }>(
		`select (select count(*)::int from booking where session = $1 and cancelled_at is null) as seats,
			(select count(*)::int from waiting_entry where session = $1 and left_at is null) as places`,
		[session],
	);
	expect(rows).toEqual([{ seats: 0, places: 0 }]);
	expect((await checkSeats(deps)).filter((fault) => fault.details['session'] === session)).toEqual([]);
	// Its calendar file says that it is cancelled.
	const read = await readBooking(deps, operator, { booking: bookings[0]! });
	expect(read.ok && read.value.booking.cancelledAt).toBeTruthy();
	await takeIn(session, { called_off: 'yes' });
	expect(await told(session, 'session_called_off')).toEqual(people);
});

test('who had a seat in what was called off still sees it among their bookings, and nobody else does', async () => {
	const { session, people } = await crowded();
	const [one = '', two = '', three = ''] = people;
	const given = await deps.store.look((tx) => tx.bookings.ofDossier(two));
	await cancelBooking(deps, operator, { booking: given[0]?.id ?? '' });
	setNow(new Date('2026-12-01T10:05:00Z'));
	await takeIn(session, { called_off: 'yes' });
	const seen = async (dossier: string) => {
		const read = await readBookings(deps, operator, { dossier });
		return read.ok ? read.value.calledOff.map((card) => card.session.id) : null;
	};
	expect(await seen(one)).toEqual([session]);
	expect(await seen(two)).toEqual([]);
	expect(await seen(three)).toEqual([]);
});

test('a session that was called off is booked by nobody, and does not come back under its name', async () => {
	const { session, people } = await crowded();
	await takeIn(session, { called_off: 'yes' });
	const dossier = people[0]!;
	expect(await bookSeat(deps, operator, { dossier, session, key: randomUUID() })).toMatchObject({
		reason: 'session_called_off',
	});
	expect(await joinWaitingList(deps, operator, { dossier, session })).toMatchObject({
		reason: 'session_called_off',
	});
	expect((await takeIn(session)).refused).toMatchObject([
		{ row: 2, faults: [{ reason: 'called_off_before', column: 'called_off' }] },
	]);
});

test('a session may come in as called off from the beginning', async () => {
	const session = `S-${randomUUID()}`;
	expect(await takeIn(session, { called_off: 'oui' })).toMatchObject({ taken: 1 });
	expect((await row(session))['called_off_at']).toBeTruthy();
});

test('somebody who books while a session is called off ends without a seat, and is told or refused', async () => {
	const { session } = await crowded();
	await takeIn(session, { seats: '30' });
	const people = Array.from({ length: 12 }, (_, index) => `${session.slice(2, 14)}-r${index}`);
	await addPeople(pool, people);
	const [, ...answers] = await Promise.all([
		takeIn(session, { called_off: 'yes', seats: '30' }),
		...people.map((dossier) => bookSeat(deps, operator, { dossier, session, key: randomUUID() })),
	]);
	const heard = new Set(await told(session, 'session_called_off'));
	for (const [index, answer] of answers.entries())
		expect(answer.ok, people[index]).toBe(heard.has(people[index] ?? ''));
	expect((await checkSeats(deps)).filter((fault) => fault.details['session'] === session)).toEqual([]);
});

const rich = { childcare: 'yes', step_free: 'yes', teacher_gender: 'female', spoken_languages: 'fr;ar' };

/** A session that has everything, and somebody seated for each of these needs, by the language they are written to in. */
const counting = async (
	people: Record<string, { codes: NeedCode[]; language?: string; into?: NeedLanguage } | null>,
) => {
	const session = `N-${randomUUID()}`;
	await takeIn(session, { ...rich, seats: '20' });
	const names = Object.fromEntries(
		Object.keys(people).map((name) => [name, `${session.slice(0, 12)}-${name}`]),
	);
	for (const [name, wish] of Object.entries(people)) {
		const dossier = names[name]!;
		await addPeople(pool, [dossier]);
		await pool.query('update dossier set person_key = $2, language = $3 where id = $1', [
			dossier,
			deps.vault.newPersonKey(),
			wish?.language ?? 'nl',
		]);
		const needs = wish && { codes: wish.codes, interpreterLanguage: wish.into ?? null, signLanguage: null };
		if (needs) expect((await keepNeeds(deps, operator, { dossier, needs })).ok).toBe(true);
		expect((await bookSeat(deps, operator, { dossier, session, key: randomUUID() })).ok).toBe(true);
	}
	const toldOfNeeds = async () =>
		(await told(session, 'needs_unsure')).map((dossier) => dossier.slice(13)).toSorted();
	return { session, names, toldOfNeeds };
};

test.each([
	['childcare', { childcare: 'no' }, ['childcare']],
	['a way in without steps', { step_free: 'no' }, ['steps']],
	['a way in of which is known that it has no steps', { step_free: '' }, ['steps']],
	['its woman teacher', { teacher_gender: 'male' }, ['teacher']],
	['a spoken language', { spoken_languages: 'fr' }, ['interpreter', 'reader']],
	[
		'everything',
		{ ...rich, childcare: '', step_free: 'no', teacher_gender: '', spoken_languages: 'nl' },
		['childcare', 'interpreter', 'reader', 'steps', 'teacher'],
	],
	['nothing that anybody needs', { seats: '19' }, []],
] as const)(
	'a session that loses %s: whoever counted on it is told once, and nobody else',
	async (_, change, who) => {
		const { session, toldOfNeeds } = await counting({
			childcare: { codes: ['childcare'] },
			steps: { codes: ['step_free'] },
			teacher: { codes: ['female_teacher'] },
			interpreter: { codes: ['interpreter'], into: 'ar' },
			reader: { codes: [], language: 'ar' },
			signs: { codes: ['sign_language'] },
			nothing: { codes: [] },
			never: null,
		});
		await takeIn(session, { ...rich, seats: '20', ...change });
		expect(await toldOfNeeds()).toEqual(who);
		expect(await told(session, 'session_changed')).toEqual([]);
		await takeIn(session, { ...rich, seats: '20', ...change });
		expect(await toldOfNeeds()).toEqual(who);
	},
);

test('which need it is stands nowhere but sealed', async () => {
	const { session, names } = await counting({ one: { codes: ['childcare'] } });
	await takeIn(session, { ...rich, seats: '20', childcare: 'no' });
	const { rows } = await pool.query<{ facts: Buffer; rest: string; person_key: Buffer }>(
		`select m.facts, (to_jsonb(m) - 'facts')::text as rest, d.person_key from message m
			join dossier d on d.id = m.dossier where m.dossier = $1 and m.kind = 'needs_unsure'`,
		[names['one']],
	);
	const [row] = rows;
	expect(row?.rest).not.toContain('childcare');
	expect(row?.facts.toString('latin1')).not.toContain('childcare');
	expect(JSON.parse(deps.vault.openPerson(row!.person_key, row!.facts))).toEqual({ lost: ['childcare'] });
	const lines = await pool.query('select codes from journal where dossier = $1', [names['one']]);
	expect(JSON.stringify(lines.rows)).not.toContain('childcare');
	const jobs = await pool.query(`select data from pgboss.job`);
	expect(JSON.stringify(jobs.rows)).not.toContain('childcare');
});

test('people in line, and a session that is over, hear nothing of it', async () => {
	const { session, toldOfNeeds } = await counting({ one: { codes: ['childcare'] } });
	await takeIn(session, { ...rich, seats: '1' });
	const dossier = `${session.slice(0, 12)}-line`;
	await addPeople(pool, [dossier]);
	await pool.query('update dossier set person_key = $2 where id = $1', [dossier, deps.vault.newPersonKey()]);
	const needs = { codes: ['childcare'] as NeedCode[], interpreterLanguage: null, signLanguage: null };
	await keepNeeds(deps, operator, { dossier, needs });
	expect((await joinWaitingList(deps, operator, { dossier, session })).ok).toBe(true);
	setNow(new Date('2027-06-01T10:00:00Z'));
	try {
		await takeIn(session, { ...rich, seats: '1', childcare: 'no' });
		expect(await toldOfNeeds()).toEqual([]);
		await takeIn(session, { ...rich, seats: '1' });
	} finally {
		setNow(new Date('2026-12-01T10:00:00Z'));
	}
	await takeIn(session, { ...rich, seats: '1', childcare: 'no' });
	expect(await toldOfNeeds()).toEqual(['one']);
});

test('moved earlier, what is kept in a session ends when it begins, and who was offered a seat is told', async () => {
	const { session, bookings, people } = await crowded();
	const [three] = people.slice(2) as [string];
	const kept = async () =>
		(
			await pool.query<{ kind: string; until: Date }>(
				'select kind, until from seat_hold where session = $1 and ended_at is null',
				[session],
			)
		).rows;
	await cancelBooking(deps, operator, { booking: bookings[0]! });
	const [before] = await kept();
	expect(before?.until.getTime()).toBeGreaterThan(new Date('2026-12-03T08:00:00Z').getTime());
	const first = await told(session, 'seat_offered');
	await takeIn(session, { starts_on: '2026-12-03', weekdays: '4' });
	expect(await kept()).toEqual([{ kind: 'offer', until: new Date('2026-12-03T08:00:00Z') }]);
	expect(await told(session, 'seat_offered')).toEqual([...first, three]);
	expect((await checkSeats(deps)).filter((fault) => fault.details['session'] === session)).toEqual([]);
	// Later again: what was said to the person stands.
	await takeIn(session);
	expect(await kept()).toEqual([{ kind: 'offer', until: new Date('2026-12-03T08:00:00Z') }]);
});

test('a session that is to begin is not moved to days that are over', async () => {
	const { session } = await crowded();
	const fault = { row: 2, faults: [{ reason: 'starts_in_past', column: 'starts_on' }] };
	expect((await takeIn(session, { starts_on: '2026-01-12' })).refused).toEqual([fault]);
	expect(await told(session, 'session_changed')).toEqual([]);
	expect(await row(session)).toMatchObject({ revision: 0 });
	// What was given long ago may come in, as from an older system.
	expect((await takeIn(`S-${randomUUID()}`, { starts_on: '2026-01-12' })).refused).toEqual([]);
});
