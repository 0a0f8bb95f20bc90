import { brusselsToday } from './brusselsTime.ts';
import type { Course, Session } from './course.ts';
import type { CalendarDate } from './dates.ts';
import type { SeatKept } from './hold.ts';
import type { NoRight } from './rightToFollow.ts';
import { reservedToday, whyNoSeat } from './seats.ts';
import type { NoSeat, Occupancy } from './seats.ts';
import { clashingDay, firstDay, hasStarted, lastDay } from './sessionTimes.ts';
import type { Timetable } from './sessionTimes.ts';

/** How many seats of a session are gone, and how many people in line are still to be served. */
export type SeatTally = {
	/** Bookings, holds and offers that stand. */
	taken: number;
	/** Those of them that went by a way for which seats are kept. */
	assisted: number;
	/** People in line who may have a seat and have none kept. */
	waiting: number;
};

/** What a course teaches; two courses that teach the same are one to whoever follows them. */
export type Taught = Pick<Course, 'kind' | 'courseLanguage' | 'level'>;

/** What is known about one person and one session at the moment of asking for a seat. */
export type BookingFacts = {
	session: Session;
	teaches: Taught;
	now: Date;
	noRight: NoRight | null;
	/** Whether the person has a seat in it, and their place in its line. */
	booked: boolean;
	place: number | null;
	/** The seat that is kept for the person; the tally does not count it. */
	kept: SeatKept | null;
	tally: SeatTally;
	/** Whether the person asks by a way for which seats are kept: a counter, the telephone, a letter, a helper. */
	assisted: boolean;
	/** The other sessions in which the person has a seat. */
	others: readonly (Timetable & { id: string; teaches: Taught })[];
};

/** Two courses at the same hour: the other session, and the first day on which both meet. */
export type Clash = { session: string; on: CalendarDate };

export type NoBooking =
	| { reason: NoRight | NoSeat | 'session_started' | 'session_called_off' | 'already_booked' }
	| ({ reason: 'clash' } & Clash)
	| { reason: 'same_course'; session: string };

/** Takes the facts and returns null when the seat can be given, else why not: what the person cannot change comes first. */
export function whyNoBooking(facts: BookingFacts): NoBooking | null {
	const never = whyNever(facts);
	if (never) return never;
	const clash = clashWith(facts);
	if (clash) return { reason: 'clash', ...clash };
	const full = whyFull(facts);
	if (full) return full;
	const same = seatInTheSame(facts);
	return same === null ? null : { reason: 'same_course', session: same };
}

/**
 * The same for a seat that is only kept for a while: a clash, or a seat in a group that teaches the same, is no reason
 * yet. It can be moved out of the way.
 */
export function whyNoHold(facts: BookingFacts): NoBooking | null {
	return whyNever(facts) ?? whyFull(facts);
}

/** Takes the facts and returns the first of the person's other sessions that meets at the same hour, or null. */
export function clashWith({ session, others }: Pick<BookingFacts, 'session' | 'others'>): Clash | null {
	for (const other of others) {
		const on = clashingDay(session, other);
		if (on) return { session: other.id, on };
	}
	return null;
}

/**
 * Takes the facts and returns the first of the person's other sessions that is not over and teaches the same, or null:
 * one seat is enough, the next belongs to somebody who has none.
 */
export function seatInTheSame({
	teaches,
	others,
	now,
}: Pick<BookingFacts, 'teaches' | 'others' | 'now'>): string | null {
	const today = brusselsToday(now);
	const same = others.find((other) => canMoveBetween(teaches, other.teaches) && lastDay(other) >= today);
	return same?.id ?? null;
}

/** Takes a session with its counts and the present instant and returns how full it is today. */
export function occupancyOf(session: Session, { taken, assisted, waiting }: SeatTally, now: Date): Occupancy {
	const reserved = reservedToday(session.counterReserve, assisted, firstDay(session), brusselsToday(now));
	return { seats: session.seats, taken, waiting, reserved };
}

/** Takes what two courses teach and says whether a seat in one can be moved to the other: the same, on the same level. */
export function canMoveBetween(one: Taught, other: Taught): boolean {
	return one.kind === other.kind && one.courseLanguage === other.courseLanguage && one.level === other.level;
}

function whyNever({ session, now, noRight, booked }: BookingFacts): NoBooking | null {
	if (booked) return { reason: 'already_booked' };
	if (noRight) return { reason: noRight };
	if (session.calledOff) return { reason: 'session_called_off' };
	return hasStarted(session, now) ? { reason: 'session_started' } : null;
}

function whyFull({ session, tally, now, kept, assisted }: BookingFacts): NoBooking | null {
	const reason = whyNoSeat(occupancyOf(session, tally, now), { assisted, hasKept: kept !== null });
	return reason ? { reason } : null;
}
