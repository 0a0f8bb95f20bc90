import { brusselsInstant, brusselsToday } from './brusselsTime.ts';
import type { LocalTime } from './brusselsTime.ts';
import { addDays, compareDates, weekdayOf } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { holidayOn } from './holidays.ts';

/**
 * When a session meets, as its provider wrote it: from a day on, on some days of the week (1 Monday to 7 Sunday,
 * ISO 8601), so many times, from and to a local time of Brussels.
 */
export type Timetable = {
	startsOn: CalendarDate;
	weekdays: readonly number[];
	startTime: LocalTime;
	endTime: LocalTime;
	meetings: number;
};

/** One meeting of a session: its day, and the instants between which it lasts. */
export type Meeting = { on: CalendarDate; starts: Date; ends: Date };

/**
 * Takes a timetable and returns the days of its meetings. The first is the first named weekday on or after `startsOn`.
 * Nobody teaches on a public holiday: that meeting moves on to the next named weekday, so that the count stays.
 */
export function meetingDays(timetable: Timetable): CalendarDate[] {
	return walk(timetable).meets;
}

/** Takes a timetable and returns the public holidays on which it would have met. */
export function skippedDays(timetable: Timetable): CalendarDate[] {
	return walk(timetable).skips;
}

/** From the first day on, one day after the other, until all meetings have one. */
function walk({ startsOn, weekdays, meetings }: Timetable): { meets: CalendarDate[]; skips: CalendarDate[] } {
	const [meets, skips]: [CalendarDate[], CalendarDate[]] = [[], []];
	if (!weekdays.some((day) => day >= 1 && day <= 7)) return { meets, skips };
	const first = weekdayOf(startsOn);
	for (let later = 0; meets.length < meetings; later++) {
		if (!weekdays.includes(((first - 1 + later) % 7) + 1)) continue;
		const day = addDays(startsOn, later);
		(holidayOn(day) ? skips : meets).push(day);
	}
	return { meets, skips };
}

/** Takes a timetable and returns its meetings as instants: the local time stays, also when the clocks change. */
export function meetingsOf(timetable: Timetable): Meeting[] {
	return meetingDays(timetable).map((on) => ({
		on,
		starts: brusselsInstant(on, timetable.startTime),
		ends: brusselsInstant(on, timetable.endTime, 'second'),
	}));
}

/** Takes a timetable and returns the day of its first meeting. */
export function firstDay(timetable: Timetable): CalendarDate {
	return meetingDays({ ...timetable, meetings: 1 })[0] ?? timetable.startsOn;
}

/** Takes a timetable and returns the day of its last meeting. */
export function lastDay(timetable: Timetable): CalendarDate {
	return meetingDays(timetable).at(-1) ?? timetable.startsOn;
}

/** Takes a timetable and a day and returns the first meeting on or after it, or null when all are over. */
export function nextDay(timetable: Timetable, day: CalendarDate): CalendarDate | null {
	return meetingDays(timetable).find((each) => compareDates(each, day) >= 0) ?? null;
}

/** Takes a timetable and returns the instant at which the first meeting begins. */
export function startOf(timetable: Timetable): Date {
	return brusselsInstant(firstDay(timetable), timetable.startTime);
}

/** Takes a timetable and the present instant and says whether the first meeting has begun. */
export function hasStarted(timetable: Timetable, now: Date): boolean {
	const day = compareDates(firstDay(timetable), brusselsToday(now));
	// Only on the day itself the hour decides, and it is asked of every session of a page.
	if (day !== 0) return day < 0;
	return now.getTime() >= startOf(timetable).getTime();
}

/** Takes two timetables and returns the first day on which they would need the same person twice, or null. */
export function clashingDay(one: Timetable, other: Timetable): CalendarDate | null {
	// Two meetings of which one ends when the other begins do not clash. "24:00" compares rightly as text.
	if (one.startTime >= other.endTime || other.startTime >= one.endTime) return null;
	const theirs = new Set(meetingDays(other));
	return meetingDays(one).find((day) => theirs.has(day)) ?? null;
}

/** The parts of a day people look for: before noon, until 17:00, later, and on Saturday or Sunday. */
export const dayParts = ['morning', 'afternoon', 'evening', 'weekend'] as const;
export type DayPart = (typeof dayParts)[number];

/** Takes a timetable and says whether it falls into a part of the day. */
export function isInDayPart({ startTime, weekdays }: Timetable, part: DayPart): boolean {
	if (part === 'weekend') return weekdays.some((day) => day >= 6);
	if (part === 'morning') return startTime < '12:00';
	return part === 'evening' ? startTime >= '17:00' : startTime >= '12:00' && startTime < '17:00';
}

/** Takes timetables and orders them by their first meeting. */
export function byStart(one: Timetable, other: Timetable): number {
	return (
		compareDates(firstDay(one), firstDay(other)) ||
		(one.startTime < other.startTime ? -1 : one.startTime > other.startTime ? 1 : 0)
	);
}
