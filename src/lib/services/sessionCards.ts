import { occupancyOf } from '#lib/domain/bookingRules.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { addDays, compareDates } from '#lib/domain/dates.ts';
import { bookableSeats } from '#lib/domain/seats.ts';
import { firstDay, hasStarted, lastDay } from '#lib/domain/sessionTimes.ts';
import type { SessionOffered } from './ports/courses.ts';

/** A session as people choose among them: its days, and the seats that someone who just arrives can book. */
export type SessionCard = SessionOffered & {
	firstDay: CalendarDate;
	lastDay: CalendarDate;
	bookable: number;
	started: boolean;
};

/** Takes a session as it is kept and the present instant and returns it as people choose among them. */
export const sessionCard = (offered: SessionOffered, now: Date): SessionCard => ({
	...offered,
	firstDay: firstDay(offered.session),
	lastDay: lastDay(offered.session),
	bookable: bookableSeats(occupancyOf(offered.session, offered, now)),
	started: hasStarted(offered.session, now),
});

/** Takes sessions and the present instant and returns those still to begin and not called off, the first to begin first. */
export const cardsAhead = (offered: readonly SessionOffered[], now: Date): SessionCard[] =>
	offered
		.filter(({ session }) => !session.calledOff && !hasStarted(session, now))
		.map((each) => sessionCard(each, now))
		.toSorted(
			(one, other) =>
				compareDates(one.firstDay, other.firstDay) ||
				one.session.startTime.localeCompare(other.session.startTime),
		);

/**
 * A session may start on a weekday it does not meet on, and on a public holiday: with one weekday, of which two follow
 * each other as holidays (25 December and 1 January), its first meeting is up to twenty days later.
 */
export const startsFrom = (now: Date): CalendarDate => addDays(brusselsToday(now), -20);
