import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { offerUntil, usualHours } from '#lib/domain/offerTime.ts';
import { openingsOn } from '#lib/domain/openings.ts';
import { readOpeningHours } from '#lib/domain/openingHours.ts';

const hours = (text: string) => {
	const read = readOpeningHours(text);
	if (!read.ok) throw new Error(read.reason);
	return read.value;
};
const far = new Date('2028-01-01T08:00:00Z');
const until = (text: string | null, now: string, starts = far) =>
	offerUntil(text === null ? null : hours(text), new Date(now), starts).toISOString();

test('an offer lasts 24 hours in which the office is open', () => {
	// Tuesday 1 December 2026, 11:00 in Brussels: six hours are left of that day, eight a day follow.
	expect(until(null, '2026-12-01T10:00:00Z')).toBe('2026-12-04T10:00:00.000Z');
	// Friday after closing: Monday, Tuesday, Wednesday.
	expect(until(null, '2026-12-04T17:00:00Z')).toBe('2026-12-09T16:00:00.000Z');
	expect(until('Mo-Fr 09:00-12:00', '2026-12-01T07:00:00Z')).toBe('2026-12-10T11:00:00.000Z');
	expect(until('24/7', '2026-12-01T10:00:00Z')).toBe('2026-12-02T10:00:00.000Z');
});

test('a public holiday counts for nothing, and a clock that is changed neither gives nor takes an hour of opening', () => {
	// Christmas 2026 is a Friday: the 24th, then Monday the 28th and Tuesday the 29th.
	expect(until(null, '2026-12-24T07:00:00Z')).toBe('2026-12-29T16:00:00.000Z');
	// In the night to Sunday 28 March 2027 the clock goes on: the local hours of opening stay.
	expect(until(null, '2027-03-25T08:00:00Z')).toBe('2027-03-30T15:00:00.000Z');
	// Sunday 25 October 2026 has 25 hours, 28 March 2027 has 23; around the clock an hour is an hour.
	expect(until('24/7', '2026-10-24T22:00:00Z')).toBe('2026-10-25T22:00:00.000Z');
	expect(until('24/7', '2027-03-27T23:00:00Z')).toBe('2027-03-28T23:00:00.000Z');
});

test('an offer never outlasts the beginning, also where the office is never open', () => {
	const starts = new Date('2026-12-02T08:00:00Z');
	expect(until(null, '2026-12-01T10:00:00Z', starts)).toBe(starts.toISOString());
	expect(until('2020-01-01 09:00-10:00', '2026-12-01T10:00:00Z', starts)).toBe(starts.toISOString());
});

test('whenever it is made, the office is open for 24 hours in all until it ends, or until the beginning', () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true }),
			fc.constantFrom(usualHours, hours('Mo-Fr 09:00-12:00; Th 17:00-20:00'), hours('24/7')),
			(now, open) => {
				const end = offerUntil(open, now, new Date('2029-01-01T00:00:00Z'));
				let minutes = 0;
				for (let day = brusselsToday(now); day <= brusselsToday(end); day = addDays(day, 1))
					for (const span of openingsOn(open, day))
						minutes +=
							Math.max(
								0,
								Math.min(span.end.getTime(), end.getTime()) - Math.max(span.start.getTime(), now.getTime()),
							) / 60_000;
				expect(Math.round(minutes)).toBe(24 * 60);
			},
		),
	);
});
