import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	bookableSeats,
	freeSeats,
	openSeats,
	reservedToday,
	whyNoSeat,
	workingDaysBefore,
} from '#lib/domain/seats.ts';
import type { Occupancy } from '#lib/domain/seats.ts';

const occupancies: fc.Arbitrary<Occupancy> = fc.record({
	seats: fc.integer({ min: 1, max: 30 }),
	taken: fc.integer({ min: 0, max: 32 }),
	reserved: fc.integer({ min: 0, max: 10 }),
	waiting: fc.integer({ min: 0, max: 20 }),
});
const web = (place: number | null) => ({ atCounter: false, place });

test('nobody is given a seat that is not there', () => {
	fc.assert(
		fc.property(
			occupancies,
			fc.boolean(),
			fc.option(fc.integer({ min: 1, max: 20 })),
			(now, atCounter, place) => {
				if (whyNoSeat(now, { atCounter, place }) === null) expect(now.taken).toBeLessThan(now.seats);
			},
		),
	);
});

test('the seats that are open go to so many people: first those in line, then who comes', () => {
	fc.assert(
		fc.property(occupancies, (now) => {
			const inLine = Array.from({ length: now.waiting }, (_, index) => index + 1);
			const served = inLine.filter((place) => whyNoSeat(now, web(place)) === null);
			expect(served).toEqual(inLine.slice(0, openSeats(now)));
			expect(whyNoSeat(now, web(null)) === null).toBe(bookableSeats(now) > 0);
			expect(served.length + bookableSeats(now)).toBe(openSeats(now));
		}),
	);
});

test('who may take a seat still may when people further back join or leave', () => {
	fc.assert(
		fc.property(occupancies, fc.integer({ min: 1, max: 20 }), fc.nat(20), (now, place, waiting) => {
			expect(whyNoSeat({ ...now, waiting }, web(place))).toBe(whyNoSeat(now, web(place)));
		}),
	);
});

test('seats kept for the counter are not given on the web, and to the counter whoever waits', () => {
	const kept = { seats: 10, taken: 8, reserved: 2, waiting: 3 };
	expect(whyNoSeat(kept, web(1))).toBe('full');
	expect(whyNoSeat(kept, { atCounter: true, place: null })).toBe(null);
	expect(freeSeats(kept)).toBe(2);
	expect(openSeats(kept)).toBe(0);
	expect(whyNoSeat({ ...kept, reserved: 0 }, web(1))).toBe(null);
	expect(whyNoSeat({ ...kept, reserved: 0 }, web(null))).toBe('people_waiting');
});

test('kept seats are released three working days before the first meeting, holidays and weekends not counted', () => {
	expect(workingDaysBefore('2027-01-11', 3)).toBe('2027-01-06'); // Monday: Fri 8, Thu 7, Wed 6
	expect(workingDaysBefore('2026-12-28', 3)).toBe('2026-12-22'); // over Christmas, a Friday
	expect(reservedToday(2, '2027-01-11', '2027-01-05')).toBe(2);
	expect(reservedToday(2, '2027-01-11', '2027-01-06')).toBe(0);
});
