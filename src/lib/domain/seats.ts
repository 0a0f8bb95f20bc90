import { addDays, weekdayOf } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { holidayOn } from './holidays.ts';

/** How full a session is at one moment. */
export type Occupancy = {
	/** All seats there are. */
	seats: number;
	/** Bookings that stand, and seats that are kept for somebody: by a hold, or by an offer to the next in line. */
	taken: number;
	/** Seats still kept for people who come to the counter, telephone, write or are helped; 0 once they were released. */
	reserved: number;
	/** People in line who may have a seat and were not offered one yet. */
	waiting: number;
};

/** Who asks: whether by a way for which seats are kept, and whether a seat of this session is kept for them already. */
export type Asker = { assisted: boolean; hasKept: boolean };

/** Why nobody can be given a seat now. */
export type NoSeat = 'full' | 'people_waiting';

/** Takes an occupancy and returns the seats that nobody has. */
export function freeSeats({ seats, taken }: Occupancy): number {
	return Math.max(0, seats - taken);
}

/** Takes an occupancy and returns the free seats that are not kept for people who are helped. */
export function openSeats(occupancy: Occupancy): number {
	return Math.max(0, freeSeats(occupancy) - occupancy.reserved);
}

/** Takes an occupancy and returns the seats that someone who just arrives can book: those in line come first. */
export function bookableSeats(occupancy: Occupancy): number {
	return Math.max(0, openSeats(occupancy) - occupancy.waiting);
}

/** Takes an occupancy and returns how many people in line are to be offered a seat now. */
export function seatsToOffer(occupancy: Occupancy): number {
	return Math.min(openSeats(occupancy), occupancy.waiting);
}

/**
 * Takes an occupancy, without the seat that is kept for the asker, and who asks; returns null when a seat is theirs to
 * take, else why not. A seat that is kept for somebody is theirs. A seat that comes free is offered to the people in
 * line, in their order; who is not in line gets one only when more are open than people wait. Seats kept for people who
 * are helped go by those ways alone.
 */
export function whyNoSeat(occupancy: Occupancy, { assisted, hasKept }: Asker): NoSeat | null {
	if (hasKept) return null;
	const open = openSeats(occupancy);
	const reserve = freeSeats(occupancy) - open;
	if (assisted && reserve > 0) return null;
	if (open === 0) return 'full';
	return bookableSeats(occupancy) > 0 ? null : 'people_waiting';
}

/** The working days before the first meeting at which seats kept for people who are helped are opened to everybody. */
const workingDaysKept = 3;

/** Takes the day a session first meets and returns the day from which its kept seats are open to everybody. */
export function reserveReleasedOn(firstDay: CalendarDate): CalendarDate {
	return workingDaysBefore(firstDay, workingDaysKept);
}

/**
 * Takes a session's reserve, how many of its seats went by the ways it is kept for, the day it first meets and today;
 * returns the seats that are still kept today.
 */
export function reservedToday(
	reserve: number,
	assisted: number,
	firstDay: CalendarDate,
	today: CalendarDate,
): number {
	return reserve > assisted && today < reserveReleasedOn(firstDay) ? reserve - assisted : 0;
}

/** Takes the first day of a session and today and says whether it is so near that somebody else can hardly be found. */
export function startsSoon(firstDay: CalendarDate, today: CalendarDate): boolean {
	return today >= workingDaysBefore(firstDay, workingDaysKept);
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
