import type { Course, Session } from '#lib/domain/course.ts';
import { lockSessions } from './holdSeat.ts';
import type { RowFault } from './importReport.ts';
import type { Tx } from './ports.ts';

/** What a row says of a course otherwise than it is kept or was said, as faults in its columns. */
export const describedOtherwise = (reason: string, before: Course, course: Course): RowFault[] =>
	(Object.keys(columnOf) as (keyof Course)[])
		.filter((key) => before[key] !== course[key])
		.map((key) => ({ reason, column: columnOf[key] }));

/**
 * Locks a course, where it is known, and the session of a row; returns that session, and what speaks against the course
 * as the row describes it. Where somebody has a seat or stands in line, a course stays what they chose: their steps,
 * attendance and attestations hang on it. Every session is locked first, so nobody takes a seat between count and change.
 */
export async function lockCourse(
	tx: Tx,
	course: Course,
	session: string,
	at: Date,
): Promise<{ faults: RowFault[]; known: Session | null }> {
	const before = await tx.courses.lock(course.id);
	const changes = before ? describedOtherwise('course_has_people', before, course) : [];
	const all = changes.length > 0 ? await tx.courses.sessionsOf(course.id) : [];
	const locked = await lockSessions(tx, [session, ...all]);
	const isFree = changes.length === 0 || !(await tx.courses.hasPeople(course.id, at));
	return { faults: isFree ? [] : changes, known: locked.get(session) ?? null };
}

const columnOf: Record<keyof Course, string> = {
	id: 'course',
	kind: 'kind',
	office: 'office',
	courseLanguage: 'course_language',
	level: 'level',
	hours: 'hours',
};
