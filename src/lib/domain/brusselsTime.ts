import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './dates.ts';

// Instants are kept in UTC; people, counters and letters live by the clock of Brussels (Europe/Brussels: UTC+1, in
// summer UTC+2, changed on the last Sundays of March and October, directive 2000/84/EC). This is the only place where
// one becomes the other.

/** The time zone of every counter and every deadline. */
export const brusselsZone = 'Europe/Brussels';

/** A time of day on a clock of 24 hours, "09:00"; as the end of something, "24:00" is the midnight that follows. */
export type LocalTime = string;

/** What calendar and clock show in Brussels. */
export type LocalMoment = { date: CalendarDate; time: LocalTime };

/** Takes an instant and returns the date and the time (to the minute) that Brussels shows at that instant. */
export function brusselsClock(instant: Date): LocalMoment {
	const at = instant.getTime();
	if (asked?.at !== at) asked = { at, shown: readClock(instant) };
	return { ...asked.shown };
}

/** What was asked last: a page asks about the same instant once for each of its sessions. */
let asked: { at: number; shown: LocalMoment } | null = null;

function readClock(instant: Date): LocalMoment {
	const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(brusselsZone);
	return {
		date: local.toPlainDate().toString(),
		time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
	};
}

/** Takes the present instant and returns today's date in Brussels. */
export function brusselsToday(now: Date): CalendarDate {
	return brusselsClock(now).date;
}

/**
 * Takes a local date and time (up to "24:00") and returns its instant. In the night of March a time that no clock
 * shows is moved on by the hour that was left out (02:30 is then 03:30); in the night of October, when 02:00 to 03:00
 * comes twice, `twice` says which of the two is meant: the first for a beginning, the second for an end.
 */
export function brusselsInstant(
	date: CalendarDate,
	time: LocalTime,
	twice: 'first' | 'second' = 'first',
): Date {
	const endOfDay = time === '24:00';
	const day = Temporal.PlainDate.from(date).add({ days: endOfDay ? 1 : 0 });
	const local = day.toPlainDateTime(endOfDay ? '00:00' : time);
	// "later" is the second 02:30 of October, and past the gap of March, as "compatible" is.
	const zoned = local.toZonedDateTime(brusselsZone, {
		disambiguation: twice === 'first' ? 'compatible' : 'later',
	});
	return new Date(zoned.epochMilliseconds);
}
