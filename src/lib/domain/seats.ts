import { addDays, weekdayOf } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { holidayOn } from './holidays.ts';

/** How full a session is at one moment. */
export type Occupancy = {
	/** All seats there are. */
	seats: number;
	/** Bookings that stand. */
	taken: number;
	/** Seats kept for people who come to the counter, telephone or write; 0 once they were released. */
	reserved: number;
	/** People in line. */
	waiting: number;
};

/** Who asks: whether by a way for which seats are kept, and their place in line (1 is first; null: not in line). */
export type Asker = { atCounter: boolean; place: number | null };

/** Why nobody can be given a seat now. */
export type NoSeat = 'full' | 'people_waiting';

/** Takes an occupancy and returns the seats that nobody has. */
export function freeSeats({ seats, taken }: Occupancy): number {
	return Math.max(0, seats - taken);
}

/** Takes an occupancy and returns the free seats that are not kept for the counter. */
export function openSeats(occupancy: Occupancy): number {
	return Math.max(0, freeSeats(occupancy) - occupancy.reserved);
}

/** Takes an occupancy and returns the seats that someone who just arrives can book: those in line come first. */
export function bookableSeats(occupancy: Occupancy): number {
	return Math.max(0, openSeats(occupancy) - occupancy.waiting);
}

/**
 * Takes an occupancy and who asks, and returns null when a seat is theirs to take, else why not. A seat that comes free
 * belongs to the people in line, in their order: the one at place p may take one when p seats are open, someone who is
 * not in line only when more are open than people wait. Seats kept for the counter go by the counter alone.
 */
export function whyNoSeat(occupancy: Occupancy, { atCounter, place }: Asker): NoSeat | null {
	const open = openSeats(occupancy);
	const kept = freeSeats(occupancy) - open;
	if (atCounter && kept > 0) return null;
	if (open === 0) return 'full';
	return open >= (place ?? occupancy.waiting + 1) ? null : 'people_waiting';
}

/** The working days before the first meeting at which seats kept for the counter are opened to everybody. */
const workingDaysKept = 3;

/** Takes a session's reserve, the day it first meets and today, and returns the seats that are kept today. */
export function reservedToday(reserve: number, firstDay: CalendarDate, today: CalendarDate): number {
	return reserve > 0 && today < workingDaysBefore(firstDay, workingDaysKept) ? reserve : 0;
}

/** Takes a day and a number and returns the working day so many working days before it. */
export function workingDaysBefore(date: CalendarDate, count: number): CalendarDate {
	let day = date;
	for (let left = count; left > 0;) {
		day = addDays(day, -1);
		if (weekdayOf(day) <= 5 && holidayOn(day) === null) left--;
	}
	return day;
}
