import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brusselsClock, brusselsInstant, brusselsToday } from '#lib/domain/brusselsTime.ts';

const instants = fc.date({
	min: new Date('2000-01-01T00:00:00Z'),
	max: new Date('2050-01-01T00:00:00Z'),
	noInvalidDate: true,
});

describe('the clock of Brussels', () => {
	it.each([
		['2026-01-15T22:59:59Z', '2026-01-15', '23:59'],
		['2026-01-15T23:00:00Z', '2026-01-16', '00:00'],
		['2026-07-15T21:59:59Z', '2026-07-15', '23:59'],
		['2026-07-15T22:00:00Z', '2026-07-16', '00:00'],
		// The night of March: 02:00 to 03:00 is left out.
		['2026-03-29T00:59:00Z', '2026-03-29', '01:59'],
		['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
		// The night of October: 02:00 to 03:00 comes twice.
		['2026-10-25T00:30:00Z', '2026-10-25', '02:30'],
		['2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
	])('shows at %s the date %s and the time %s', (instant, date, time) => {
		expect(brusselsClock(new Date(instant))).toEqual({ date, time });
		expect(brusselsToday(new Date(instant))).toBe(date);
	});

	it.each([
		['2026-03-29', '01:59', 'first', '2026-03-29T00:59:00.000Z'],
		['2026-03-29', '02:30', 'first', '2026-03-29T01:30:00.000Z'],
		['2026-03-29', '02:30', 'second', '2026-03-29T01:30:00.000Z'],
		['2026-03-29', '03:00', 'first', '2026-03-29T01:00:00.000Z'],
		['2026-10-25', '02:30', 'first', '2026-10-25T00:30:00.000Z'],
		['2026-10-25', '02:30', 'second', '2026-10-25T01:30:00.000Z'],
		['2026-10-25', '03:00', 'first', '2026-10-25T02:00:00.000Z'],
		['2026-10-24', '24:00', 'first', '2026-10-24T22:00:00.000Z'],
		['2026-12-31', '24:00', 'second', '2026-12-31T23:00:00.000Z'],
	] as const)('%s at %s (%s) is %s', (date, time, twice, instant) =>
		expect(brusselsInstant(date, time, twice).toISOString()).toBe(instant),
	);

	it('leads back to the same minute, or in the night of October to one an hour from it', () =>
		fc.assert(
			fc.property(instants, (instant) => {
				const minute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
				const { date, time } = brusselsClock(minute);
				const first = brusselsInstant(date, time).getTime();
				const second = brusselsInstant(date, time, 'second').getTime();
				expect([first, second]).toContain(minute.getTime());
				expect([0, 3_600_000]).toContain(second - first);
			}),
		));
});
