import type { Session } from './course.ts';
import type { NoRight } from './rightToFollow.ts';
import { reservedToday, whyNoSeat } from './seats.ts';
import type { NoSeat, Occupancy } from './seats.ts';
import { clashingDay, firstDay, hasStarted } from './sessionTimes.ts';
import type { Timetable } from './sessionTimes.ts';
import { brusselsToday } from './brusselsTime.ts';
import type { CalendarDate } from './dates.ts';

/** What is known about one person and one session at the moment of asking for a seat. */
export type BookingFacts = {
	session: Session;
	now: Date;
	noRight: NoRight | null;
	/** Whether the person has a seat in it, and their place in its line. */
	booked: boolean;
	place: number | null;
	taken: number;
	waiting: number;
	/** Whether the person asks by a way for which seats are kept: the counter, the telephone or a letter. */
	atCounter: boolean;
	/** The other sessions in which the person has a seat. */
	others: readonly (Timetable & { id: string })[];
};

export type NoBooking =
	| { reason: NoRight | NoSeat | 'session_started' | 'session_called_off' | 'already_booked' }
	| { reason: 'clash'; session: string; on: CalendarDate };

/** Takes the facts and returns null when the seat can be given, else why not: what the person cannot change comes first. */
export function whyNoBooking(facts: BookingFacts): NoBooking | null {
	const { session, now, noRight, booked } = facts;
	if (booked) return { reason: 'already_booked' };
	if (noRight) return { reason: noRight };
	if (session.calledOff) return { reason: 'session_called_off' };
	if (hasStarted(session, now)) return { reason: 'session_started' };
	const clash = clashWith(facts);
	if (clash) return clash;
	const reason = whyNoSeat(occupancyOf(session, facts, now), facts);
	return reason ? { reason } : null;
}

/** Takes a session with its counts and the present instant and returns how full it is today. */
export function occupancyOf(
	session: Session,
	{ taken, waiting }: { taken: number; waiting: number },
	now: Date,
): Occupancy {
	const reserved = reservedToday(session.counterReserve, firstDay(session), brusselsToday(now));
	return { seats: session.seats, taken, waiting, reserved };
}

function clashWith({ session, others }: BookingFacts): NoBooking | null {
	for (const other of others) {
		const on = clashingDay(session, other);
		if (on) return { reason: 'clash', session: other.id, on };
	}
	return null;
}
