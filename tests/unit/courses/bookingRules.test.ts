import { expect, test } from 'vitest';
import { course, session } from '#lib/demonstration/offer.ts';
import { canMoveBetween, whyNoBooking, whyNoHold } from '#lib/domain/bookingRules.ts';
import type { BookingFacts } from '#lib/domain/bookingRules.ts';
import { whyNoRight } from '#lib/domain/rightToFollow.ts';
import { statuses } from '#lib/domain/status.ts';

const tally = (changes: Partial<BookingFacts['tally']> = {}) => ({
	...{ taken: 0, assisted: 0, waiting: 0 },
	...changes,
});
const rights = { kind: 'rights_and_duties', courseLanguage: null, level: null } as const;
const french = { kind: 'language_course', courseLanguage: 'fr', level: 'A1.1' } as const;
const facts = (changes: Partial<BookingFacts> = {}): BookingFacts => ({
	session: session(),
	teaches: french,
	now: new Date('2026-12-01T10:00:00Z'),
	noRight: null,
	booked: false,
	place: null,
	kept: null,
	tally: tally(),
	assisted: false,
	others: [],
	...changes,
});

test('a seat is given when nothing stands in the way', () => {
	expect(whyNoBooking(facts())).toBe(null);
});

const full = tally({ taken: 5 });

test('each thing that stands in the way is said, what cannot be changed first', () => {
	expect(whyNoBooking(facts({ booked: true, tally: full }))).toEqual({ reason: 'already_booked' });
	expect(whyNoBooking(facts({ noRight: 'dossier_closed', tally: full }))).toEqual({
		reason: 'dossier_closed',
	});
	expect(whyNoBooking(facts({ now: new Date('2027-01-11T08:00:00Z') }))).toEqual({
		reason: 'session_started',
	});
	expect(whyNoBooking(facts({ tally: full }))).toEqual({ reason: 'full' });
	expect(whyNoBooking(facts({ tally: tally({ taken: 4, waiting: 1 }) }))).toEqual({
		reason: 'people_waiting',
	});
	const others = [{ ...session({ id: 'other', startsOn: '2027-01-18' }), teaches: rights }];
	expect(whyNoBooking(facts({ others, tally: full }))).toEqual({
		reason: 'clash',
		session: 'other',
		on: '2027-01-18',
	});
});

test('one seat in what is taught is enough, until it is over; another level or another course is no second one', () => {
	const later = session({ id: 'later', startsOn: '2027-06-07' });
	const asked = (teaches: BookingFacts['teaches'], now = '2026-12-01T10:00:00Z') =>
		whyNoBooking(facts({ others: [{ ...later, teaches }], now: new Date(now) }));
	expect(asked(french)).toEqual({ reason: 'same_course', session: 'later' });
	expect(asked({ ...french, level: 'A1.2' })).toBe(null);
	expect(asked(rights)).toBe(null);
	const before = [{ ...session({ id: 'before', startsOn: '2026-01-05', meetings: 2 }), teaches: french }];
	expect(whyNoBooking(facts({ others: before }))).toBe(null);
	// Who has a seat may wait for a better one: full comes first, and a seat that is offered then is a move.
	const others = [{ ...later, teaches: french }];
	expect(whyNoBooking(facts({ others, tally: full }))).toEqual({ reason: 'full' });
	expect(whyNoHold(facts({ others }))).toBe(null);
});

test('a seat is kept in spite of a clash, and a seat that is kept is given however full the session is', () => {
	const others = [{ ...session({ id: 'other' }), teaches: rights }];
	expect(whyNoHold(facts({ others }))).toBe(null);
	expect(whyNoHold(facts({ others, tally: full }))).toEqual({ reason: 'full' });
	expect(whyNoHold(facts({ others, booked: true }))).toEqual({ reason: 'already_booked' });
	const kept = { id: '1', kind: 'hold', until: new Date(), extended: 0, assisted: false } as const;
	expect(whyNoBooking(facts({ kept, tally: tally({ taken: 4, waiting: 9 }) }))).toBe(null);
	expect(whyNoBooking(facts({ kept, others }))).toMatchObject({ reason: 'clash' });
});

test('seats kept for people who are helped are for them, until three working days before', () => {
	const reserve = { session: session({ counterReserve: 1 }), tally: tally({ taken: 4 }) };
	const before = new Date('2027-01-05T22:59:00Z');
	expect(whyNoBooking(facts({ ...reserve, now: before }))).toEqual({ reason: 'full' });
	expect(whyNoBooking(facts({ ...reserve, now: before, assisted: true }))).toBe(null);
	const used = tally({ taken: 4, assisted: 1 });
	expect(whyNoBooking(facts({ ...reserve, now: before, tally: used }))).toBe(null);
	expect(whyNoBooking(facts({ ...reserve, now: new Date('2027-01-05T23:00:00Z') }))).toBe(null);
});

test('a seat moves between sessions in which the same is taught', () => {
	expect(canMoveBetween(french, { ...french })).toBe(true);
	expect(canMoveBetween(french, { ...french, level: 'A2' })).toBe(false);
	expect(canMoveBetween(french, { ...french, courseLanguage: 'nl' })).toBe(false);
	expect(canMoveBetween(french, course({ kind: 'citizenship' }))).toBe(false);
});

test('who may follow: an obligation or a free choice, confirmed or proposed; not while closed, suspended or finished', () => {
	const may = (mayFollow: boolean | null) =>
		statuses.filter((status) => whyNoRight(status, mayFollow) === null);
	expect(may(false)).toEqual(['to_confirm', 'voluntary', 'running', 'on_waiting_list']);
	expect(may(true)).toEqual([
		'to_confirm',
		'review',
		'exempt',
		'not_concerned',
		'voluntary',
		'running',
		'on_waiting_list',
	]);
	expect(whyNoRight('review', null)).toBe('age_not_settled');
	expect(whyNoRight('not_concerned', false)).toBe('outside_the_group');
});
