import * as v from 'valibot';
import { courseKinds } from './course.ts';
import type { Course, Session } from './course.ts';
import * as cell from './offerCells.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

const row = v.object({
	course: cell.id,
	kind: v.pipe(
		cell.text(40),
		v.check((kind) => (courseKinds as readonly string[]).includes(kind), 'unknown_kind'),
		v.transform((kind) => kind as Course['kind']),
	),
	office: cell.id,
	course_language: cell.languageTag,
	spoken_languages: cell.languageTags,
	level: v.pipe(v.string(), v.maxLength(20, 'text_too_long')),
	hours: cell.wholeOrEmpty(1, 2000, null),
	session: cell.id,
	starts_on: cell.day,
	weekdays: cell.weekdays,
	start_time: cell.time,
	end_time: cell.time,
	meetings: cell.whole(1, 300),
	place: cell.text(200),
	seats: cell.whole(1, 1000),
	counter_reserve: cell.wholeOrEmpty(0, 1000, 0),
	childcare: cell.yesOrNo,
	step_free: cell.yesOrNo,
	teacher_gender: cell.gender,
});

/** The columns of an offer file, `halte offer FILE.csv`. */
export const offerColumns = Object.keys(row.entries) as (keyof v.InferOutput<typeof row>)[];

/** One row of an offer file: a session, and the course it belongs to. */
export type OfferRow = { course: Course; session: Session };

/**
 * Takes the cells of one row by column name and returns its course and session. Refuses a row with everything that is
 * wrong in it, as codes, and the first column to look at.
 */
export function readOfferRow(
	cells: Record<string, string>,
): Result<OfferRow, 'wrong_row', { reasons: string[]; column: string }> {
	const read = v.safeParse(row, cells);
	if (!read.success) {
		const reasons = [...new Set(read.issues.map((issue) => issue.message))];
		return refuse('wrong_row', { reasons, column: String(read.issues[0].path?.[0].key ?? '') });
	}
	const { output } = read;
	const conflict = conflictIn(output);
	if (conflict) return refuse('wrong_row', { reasons: [conflict.reason], column: conflict.column });
	return ok({
		course: {
			id: output.course,
			kind: output.kind,
			office: output.office,
			courseLanguage: output.course_language,
			level: output.level || null,
			hours: output.hours,
		},
		session: {
			id: output.session,
			course: output.course,
			spokenLanguages: output.spoken_languages,
			startsOn: output.starts_on,
			weekdays: output.weekdays,
			startTime: output.start_time,
			endTime: output.end_time,
			meetings: output.meetings,
			place: output.place,
			seats: output.seats,
			counterReserve: output.counter_reserve,
			childcare: output.childcare ?? false,
			stepFree: output.step_free,
			teacherGender: output.teacher_gender,
		},
	});
}

/** What is wrong between two cells that are each right. */
function conflictIn(read: v.InferOutput<typeof row>): { reason: string; column: string } | null {
	if (read.kind === 'language_course' && read.course_language === null)
		return { reason: 'missing_cell', column: 'course_language' };
	if (read.start_time >= read.end_time) return { reason: 'ends_before_start', column: 'end_time' };
	if (read.counter_reserve > read.seats) return { reason: 'reserve_above_seats', column: 'counter_reserve' };
	return null;
}
