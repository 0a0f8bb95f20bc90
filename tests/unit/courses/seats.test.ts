import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	bookableSeats,
	freeSeats,
	openSeats,
	reservedToday,
	reserveReleasedOn,
	seatsToOffer,
	startsSoon,
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
const web = { assisted: false, hasKept: false };
const desk = { assisted: true, hasKept: false };

test('nobody is given a seat that is not there, unless it is kept for them', () => {
	fc.assert(
		fc.property(occupancies, fc.boolean(), (now, assisted) => {
			if (whyNoSeat(now, { assisted, hasKept: false }) === null) expect(now.taken).toBeLessThan(now.seats);
			expect(whyNoSeat(now, { assisted, hasKept: true })).toBe(null);
		}),
	);
});

test('the seats that are open go to so many people: first those in line, by an offer, then who comes', () => {
	fc.assert(
		fc.property(occupancies, (now) => {
			expect(seatsToOffer(now)).toBe(Math.min(openSeats(now), now.waiting));
			expect(whyNoSeat(now, web) === null).toBe(bookableSeats(now) > 0);
			expect(seatsToOffer(now) + bookableSeats(now)).toBe(openSeats(now));
		}),
	);
});

test('seats kept for people who are helped are not given on the web, and to them whoever waits', () => {
	const kept = { seats: 10, taken: 8, reserved: 2, waiting: 3 };
	expect(whyNoSeat(kept, web)).toBe('full');
	expect(whyNoSeat(kept, desk)).toBe(null);
	expect(freeSeats(kept)).toBe(2);
	expect(openSeats(kept)).toBe(0);
	expect(seatsToOffer(kept)).toBe(0);
	expect(seatsToOffer({ ...kept, reserved: 0 })).toBe(2);
	expect(whyNoSeat({ ...kept, reserved: 0 }, web)).toBe('people_waiting');
	expect(whyNoSeat({ ...kept, reserved: 0, waiting: 1 }, web)).toBe(null);
});

test('kept seats are used up by those they are kept for, and released three working days before the first meeting', () => {
	expect(workingDaysBefore('2027-01-11', 3)).toBe('2027-01-06'); // Monday: Fri 8, Thu 7, Wed 6
	expect(workingDaysBefore('2026-12-28', 3)).toBe('2026-12-22'); // over Christmas, a Friday
	expect(reserveReleasedOn('2027-01-11')).toBe('2027-01-06');
	expect(reservedToday(2, 0, '2027-01-11', '2027-01-05')).toBe(2);
	expect(reservedToday(2, 1, '2027-01-11', '2027-01-05')).toBe(1);
	expect(reservedToday(2, 3, '2027-01-11', '2027-01-05')).toBe(0);
	expect(reservedToday(2, 0, '2027-01-11', '2027-01-06')).toBe(0);
	expect(startsSoon('2027-01-11', '2027-01-05')).toBe(false);
	expect(startsSoon('2027-01-11', '2027-01-06')).toBe(true);
});
