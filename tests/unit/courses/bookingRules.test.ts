import { expect, test } from 'vitest';
import { session } from '#lib/demonstration/offer.ts';
import { whyNoBooking } from '#lib/domain/bookingRules.ts';
import type { BookingFacts } from '#lib/domain/bookingRules.ts';
import { whyNoRight } from '#lib/domain/rightToFollow.ts';
import { statuses } from '#lib/domain/status.ts';

const facts = (changes: Partial<BookingFacts> = {}): BookingFacts => ({
	session: session(),
	now: new Date('2026-12-01T10:00:00Z'),
	noRight: null,
	booked: false,
	place: null,
	taken: 0,
	waiting: 0,
	atCounter: false,
	others: [],
	...changes,
});

test('a seat is given when nothing stands in the way', () => {
	expect(whyNoBooking(facts())).toBe(null);
});

test('each thing that stands in the way is said, what cannot be changed first', () => {
	expect(whyNoBooking(facts({ booked: true, taken: 5 }))).toEqual({ reason: 'already_booked' });
	expect(whyNoBooking(facts({ noRight: 'dossier_closed', taken: 5 }))).toEqual({ reason: 'dossier_closed' });
	expect(whyNoBooking(facts({ now: new Date('2027-01-11T08:00:00Z') }))).toEqual({
		reason: 'session_started',
	});
	expect(whyNoBooking(facts({ taken: 5 }))).toEqual({ reason: 'full' });
	expect(whyNoBooking(facts({ taken: 4, waiting: 1 }))).toEqual({ reason: 'people_waiting' });
	expect(whyNoBooking(facts({ taken: 4, waiting: 1, place: 1 }))).toBe(null);
	expect(
		whyNoBooking(facts({ others: [session({ id: 'other', startsOn: '2027-01-18' })], taken: 5 })),
	).toEqual({
		reason: 'clash',
		session: 'other',
		on: '2027-01-18',
	});
});

test('the reserve of the counter opens three working days before', () => {
	const reserve = { session: session({ counterReserve: 1 }), taken: 4 };
	expect(whyNoBooking(facts({ ...reserve, now: new Date('2027-01-05T22:59:00Z') }))).toEqual({
		reason: 'full',
	});
	expect(whyNoBooking(facts({ ...reserve, now: new Date('2027-01-05T23:00:00Z') }))).toBe(null);
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
