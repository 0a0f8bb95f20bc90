import type { Course, Session } from './course.ts';
import type { CalendarDate } from './dates.ts';
import { startsSoon } from './seats.ts';
import { firstDay } from './sessionTimes.ts';

/**
 * What somebody should know before they book, though it keeps nobody from a seat: the session begins within three
 * working days; they have done this step already; they are not registered with an office yet; their language was not assessed yet. The rules set no order
 * among the steps (decree of 18 January 2024, arts. 11 to 22), so a missing one is only said, with the way to it.
 */
export const seatNoteCodes = [
	'starts_soon',
	'already_done',
	'registration_missing',
	'language_assessment_missing',
] as const;
export type SeatNote = (typeof seatNoteCodes)[number];

/** Takes a session with its course, the steps that the person has done, and today; returns what to tell them. */
export function seatNotes(
	{ session, course }: { session: Session; course: Course },
	done: readonly string[],
	today: CalendarDate,
): SeatNote[] {
	const notes: SeatNote[] = [];
	if (startsSoon(firstDay(session), today)) notes.push('starts_soon');
	if (done.includes(course.kind)) notes.push('already_done');
	if (!done.includes('registration')) notes.push('registration_missing');
	if (course.kind === 'language_course' && !done.includes('language_assessment'))
		notes.push('language_assessment_missing');
	return notes;
}
