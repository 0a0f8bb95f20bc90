import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	addYears,
	ageOn,
	compareDates,
	daysBetween,
	isCalendarDate,
	isPartialDate,
	possibleAges,
	possibleDates,
	weekdayOf,
} from '#lib/domain/dates.ts';

const anyDate = fc
	.integer({ min: 0, max: daysBetween('1850-01-01', '2150-12-31') })
	.map((days) => Temporal.PlainDate.from('1850-01-01').add({ days }).toString());

describe('calendar dates', () => {
	it.each(['2026-03-14', '2024-02-29', '2000-02-29', '9999-12-31', '0001-01-01'])('takes %s', (date) =>
		expect(isCalendarDate(date)).toBe(true),
	);
	it.each([
		['2026-02-29'],
		['1900-02-29'],
		['2026-02-30'],
		['2026-13-01'],
		['2026-00-10'],
		['2026-04-31'],
		['2026-04-00'],
		['0000-01-01'],
		['2026-3-14'],
		['14/03/2026'],
		['2026-03-14T00:00:00Z'],
		[' 2026-03-14'],
		['2026-03-14\n'],
		['٢٠٢٦-٠٣-١٤'],
		[''],
		['1985-07-XX'],
		[20260314],
		[null],
		[undefined],
		[{}],
	])('refuses %j', (date) => expect(isCalendarDate(date)).toBe(false));

	it('agrees with Temporal on days, months, years, weekdays and order', () =>
		fc.assert(
			fc.property(anyDate, anyDate, fc.integer({ min: -800, max: 800 }), (one, other, n) => {
				const there = Temporal.PlainDate.from(one);
				expect(isCalendarDate(one)).toBe(true);
				expect(addDays(one, n)).toBe(there.add({ days: n }).toString());
				expect(addMonths(one, n)).toBe(there.add({ months: n }).toString());
				expect(addYears(one, n % 90)).toBe(there.add({ years: n % 90 }).toString());
				expect(daysBetween(one, other)).toBe(there.until(other, { largestUnit: 'days' }).days);
				expect(weekdayOf(one)).toBe(there.dayOfWeek);
				expect(Math.sign(compareDates(one, other))).toBe(Temporal.PlainDate.compare(one, other));
			}),
		));

	it.each([
		['2025-08-31', 6, '2026-02-28'],
		['2027-08-31', 6, '2028-02-29'],
		['2024-02-29', 36, '2027-02-28'],
		['2026-03-31', 1, '2026-04-30'],
		['2026-01-31', -2, '2025-11-30'],
	])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

	it('keeps the order beyond the year 9999', () => {
		expect(compareDates(addYears('9999-12-31', 3), '2026-01-01')).toBeGreaterThan(0);
		expect(daysBetween('9999-12-31', addYears('9999-12-31', 3))).toBe(1096);
	});
});

describe('age', () => {
	it.each([
		['2008-03-10', '2026-03-09', 17],
		['2008-03-10', '2026-03-10', 18],
		['2008-02-29', '2026-02-28', 17],
		['2008-02-29', '2026-03-01', 18],
		['2008-02-29', '2028-02-29', 20],
		['1961-03-11', '2026-03-10', 64],
		['1961-03-10', '2026-03-10', 65],
		['2026-03-11', '2026-03-10', -1],
	])('born %s, on %s: %i', (birth, on, age) => expect(ageOn(birth, on)).toBe(age));
});

describe('partial dates', { timeout: 180_000 }, () => {
	it.each(['1985-07-XX', '1985-XX-XX', '1985-07-30', '2001-02-XX'])('takes %s', (date) =>
		expect(isPartialDate(date)).toBe(true),
	);
	it.each([
		'1985-13-XX',
		'1985-00-XX',
		'1985-XX-15',
		'XXXX-XX-XX',
		'1985-xx-xx',
		'1985-07-3X',
		'0000-XX-XX',
		'1985-07',
		'1985',
		'1985-02-30',
	])('refuses %s', (date) => expect(isPartialDate(date)).toBe(false));

	it('stands for every day between its bounds, and for no other age', () =>
		fc.assert(
			fc.property(anyDate, anyDate, fc.constantFrom('day', 'month'), (birth, on, unknown) => {
				const partial = unknown === 'day' ? `${birth.slice(0, 8)}XX` : `${birth.slice(0, 5)}XX-XX`;
				const fixed = partial.replaceAll('-XX', '');
				let day = possibleDates(partial).earliest;
				expect(addDays(day, -1).startsWith(fixed)).toBe(false);
				const ages = new Set<number>();
				for (; day.startsWith(fixed); day = addDays(day, 1)) ages.add(ageOn(day, on));
				expect(possibleDates(partial).latest).toBe(addDays(day, -1));
				const { youngest, oldest } = possibleAges(partial, on);
				expect([...ages].sort((a, b) => a - b)).toEqual(
					youngest === oldest ? [youngest] : [youngest, oldest],
				);
			}),
			{ numRuns: 60 },
		));
});
