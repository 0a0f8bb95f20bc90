import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekdayOf } from '#lib/domain/dates.ts';
import { easterSunday, holidayOn, holidaysOf } from '#lib/domain/holidays.ts';

it.each([
	[1818, '1818-03-22'],
	[1943, '1943-04-25'],
	[2000, '2000-04-23'],
	[2008, '2008-03-23'],
	[2024, '2024-03-31'],
	[2025, '2025-04-20'],
	[2026, '2026-04-05'],
	[2027, '2027-03-28'],
	[2028, '2028-04-16'],
	[2038, '2038-04-25'],
	[2285, '2285-03-22'],
])('Easter %i is on %s', (year, date) => expect(easterSunday(year)).toBe(date));

it('falls on a Sunday between 22 March and 25 April in every year', () =>
	fc.assert(
		fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
			const easter = easterSunday(year);
			expect(weekdayOf(easter)).toBe(7);
			expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
		}),
	));

it('has ten public holidays a year, in order', () => {
	expect(holidaysOf(2026).map(({ date }) => date)).toEqual([
		'2026-01-01',
		'2026-04-06',
		'2026-05-01',
		'2026-05-14',
		'2026-05-25',
		'2026-07-21',
		'2026-08-15',
		'2026-11-01',
		'2026-11-11',
		'2026-12-25',
	]);
	expect(holidayOn('2026-05-25')).toBe('whit_monday');
	expect(holidayOn('2026-04-03')).toBeNull();
	// Ascension and Labour Day on one day.
	expect(holidayOn('2008-05-01')).toBe('labour_day');
});
