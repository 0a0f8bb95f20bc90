import { brusselsInstant, brusselsToday } from './brusselsTime.ts';
import { addDays, weekdayOf } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { holidayOn } from './holidays.ts';
import type { MessageKind } from './message.ts';
import { meetingsOf } from './sessionTimes.ts';
import type { Timetable } from './sessionTimes.ts';

/** So many working days a letter needs: one until somebody has printed and posted it, one for the post. */
export const letterWorkingDays = 2;

/** What is of no use any more once the next meeting has begun. */
const beforeMeeting: ReadonlySet<MessageKind> = new Set([
	...(['session_changed', 'session_called_off', 'needs_unsure'] as const),
]);

/** What a message is about, as far as it says by when it must have been read. */
export type MessageUse = {
	kind: MessageKind;
	aboutOn: CalendarDate | null;
	session: Timetable | null;
	/** Until when the seat that it offers is kept. */
	offerUntil: Date | null;
};

/** Takes a message and returns the instant by which its person must have read it; null: it is of use later too. */
export function neededBy({ kind, aboutOn, session, offerUntil }: MessageUse, at: Date): Date | null {
	if (offerUntil) return offerUntil;
	if (!session) return null;
	if (aboutOn) return brusselsInstant(aboutOn, session.startTime);
	if (!beforeMeeting.has(kind)) return null;
	return meetingsOf(session).find(({ starts }) => starts > at)?.starts ?? null;
}

/** Takes the instant by which a letter must have been read and says whether it is there at the latest the day before. */
export function arrivesInTime(needed: Date | null, at: Date): boolean {
	return needed === null || letterDay(brusselsToday(at)) < brusselsToday(needed);
}

/** The day on which a letter written on a day is in the letter box. */
function letterDay(written: CalendarDate): CalendarDate {
	let day = written;
	for (let left = letterWorkingDays; left > 0;) {
		day = addDays(day, 1);
		if (weekdayOf(day) <= 5 && holidayOn(day) === null) left--;
	}
	return day;
}
