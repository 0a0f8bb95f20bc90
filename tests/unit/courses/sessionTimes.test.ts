import fc from 'fast-check';
import { expect, test } from 'vitest';
import { session } from '#lib/demonstration/offer.ts';
import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import { addDays, weekdayOf } from '#lib/domain/dates.ts';
import { holidayOn } from '#lib/domain/holidays.ts';
import {
	clashingDay,
	firstDay,
	hasStarted,
	isInDayPart,
	lastDay,
	meetingDays,
	meetingsOf,
	skippedDays,
} from '#lib/domain/sessionTimes.ts';
import type { Timetable } from '#lib/domain/sessionTimes.ts';

const hour = fc.integer({ min: 7, max: 20 });
const timetables: fc.Arbitrary<Timetable> = fc
	.record({
		startsOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days)),
		weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
		from: hour,
		lasts: fc.integer({ min: 1, max: 3 }),
		meetings: fc.integer({ min: 1, max: 60 }),
	})
	.map(({ from, lasts, ...rest }) => ({
		...rest,
		startTime: `${String(from).padStart(2, '0')}:00`,
		endTime: `${String(from + lasts).padStart(2, '0')}:00`,
	}));

test('a session meets as often as it says, on its weekdays only, never before it starts', () => {
	fc.assert(
		fc.property(timetables, (timetable) => {
			const days = meetingDays(timetable);
			expect(days).toHaveLength(timetable.meetings);
			expect(days).toEqual([...new Set(days)].toSorted());
			expect(days.every((day) => timetable.weekdays.includes(weekdayOf(day)))).toBe(true);
			expect(days.filter(holidayOn)).toEqual([]);
			expect(firstDay(timetable) >= timetable.startsOn).toBe(true);
			expect(firstDay(timetable) <= addDays(timetable.startsOn, 20)).toBe(true);
			expect(days.at(-1)).toBe(lastDay(timetable));
		}),
	);
});

test('the clock of a meeting stays the same all year, over both changes of clocks', () => {
	fc.assert(
		fc.property(timetables, (timetable) => {
			for (const { on, starts, ends } of meetingsOf(timetable)) {
				expect(brusselsClock(starts)).toEqual({ date: on, time: timetable.startTime });
				expect(brusselsClock(ends)).toEqual({ date: on, time: timetable.endTime });
			}
		}),
		{ numRuns: 30 },
	);
});

test('a meeting on a public holiday moves on to the next named weekday, and the count stays', () => {
	// Friday 25 December and Friday 1 January are holidays; so is Easter Monday, 29 March 2027.
	const fridays = session({ startsOn: '2026-12-18', weekdays: [5], meetings: 3 });
	expect(meetingDays(fridays)).toEqual(['2026-12-18', '2027-01-08', '2027-01-15']);
	expect(skippedDays(fridays)).toEqual(['2026-12-25', '2027-01-01']);
	const begins = session({ startsOn: '2027-03-29', weekdays: [1, 3], meetings: 2 });
	expect(meetingDays(begins)).toEqual(['2027-03-31', '2027-04-05']);
	expect(firstDay(begins)).toBe('2027-03-31');
	expect(skippedDays(session({ startsOn: '2027-01-11' }))).toEqual([]);
});

test('every day between the first and the last meeting that is named is met on or is a holiday', () => {
	fc.assert(
		fc.property(timetables, (timetable) => {
			const [met, skipped] = [meetingDays(timetable), skippedDays(timetable)];
			const named: string[] = [];
			for (let day = timetable.startsOn; day <= (met.at(-1) ?? ''); day = addDays(day, 1))
				if (timetable.weekdays.includes(weekdayOf(day))) named.push(day);
			expect([...met, ...skipped].toSorted()).toEqual(named);
		}),
	);
});

test('on the nights of both changes of clocks a meeting of the morning stays where it is', () => {
	// Sunday 25 October 2026 is 25 hours long, Sunday 28 March 2027 23.
	const mornings = (startsOn: string) =>
		meetingsOf(session({ startsOn, weekdays: [6, 7], meetings: 3 })).map(({ starts }) =>
			starts.toISOString().slice(0, 16),
		);
	expect(mornings('2026-10-24')).toEqual(['2026-10-24T07:00', '2026-10-25T08:00', '2026-10-31T08:00']);
	expect(mornings('2027-03-27')).toEqual(['2027-03-27T08:00', '2027-03-28T07:00', '2027-04-03T07:00']);
});

test('two evenings around the change of clocks are 7 days and one hour apart', () => {
	const [before, after] = meetingsOf(
		session({ startsOn: '2026-10-24', weekdays: [6], startTime: '18:00', endTime: '20:00' }),
	);
	expect((after!.starts.getTime() - before!.starts.getTime()) / 3_600_000).toBe(7 * 24 + 1);
});

test('a session has started from its first minute on', () => {
	const monday = session();
	expect(hasStarted(monday, new Date('2027-01-11T07:59:59.999Z'))).toBe(false);
	expect(hasStarted(monday, new Date('2027-01-11T08:00:00Z'))).toBe(true);
});

test('two sessions clash on a day and at a time that both need, whichever is asked first', () => {
	const mondays = session();
	expect(clashingDay(mondays, session({ startTime: '11:30', endTime: '12:30' }))).toBe(null);
	expect(clashingDay(mondays, session({ startTime: '11:00', endTime: '12:30' }))).toBe('2027-01-11');
	expect(clashingDay(mondays, session({ weekdays: [2, 3] }))).toBe(null);
	expect(clashingDay(mondays, session({ startsOn: '2027-02-02', weekdays: [1] }))).toBe(null);
	fc.assert(
		fc.property(timetables, timetables, (one, other) => {
			const clash = clashingDay(one, other);
			expect(clashingDay(other, one)).toBe(clash);
			const others = meetingsOf(other);
			const both = meetingsOf(one).filter((mine) =>
				others.some((theirs) => mine.starts < theirs.ends && theirs.starts < mine.ends),
			);
			expect(clash).toBe(both[0]?.on ?? null);
		}),
		{ numRuns: 60 },
	);
});

test('parts of the day', () => {
	const parts = (startTime: string, weekdays = [1]) =>
		(['morning', 'afternoon', 'evening', 'weekend'] as const).filter((part) =>
			isInDayPart(session({ startTime, weekdays }), part),
		);
	expect(parts('11:59')).toEqual(['morning']);
	expect(parts('12:00')).toEqual(['afternoon']);
	expect(parts('17:00')).toEqual(['evening']);
	expect(parts('09:30', [6])).toEqual(['morning', 'weekend']);
});
