import * as v from 'valibot';
import { courseKinds } from './course.ts';
import type { Course, Session } from './course.ts';
import * as cell from './offerCells.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

const cells = v.object({
	course: cell.id,
	kind: v.pipe(
		cell.text(40),
		v.check((kind) => (courseKinds as readonly string[]).includes(kind), 'unknown_kind'),
		v.transform((kind) => kind as Course['kind']),
	),
	office: cell.id,
	course_language: cell.languageTag,
	spoken_languages: cell.languageTags,
	level: cell.level,
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
	/** The one column that may be left out. */
	called_off: v.optional(cell.yesOrNo, ''),
});

/** The cells of a row, then what is wrong between two of them that are each right. */
const wholeRow = v.pipe(
	cells,
	v.forward(
		v.partialCheck(
			[['kind'], ['course_language']],
			({ kind, course_language }) => kind !== 'language_course' || course_language !== null,
			'missing_cell',
		),
		['course_language'],
	),
	v.forward(
		v.partialCheck(
			[['start_time'], ['end_time']],
			({ start_time, end_time }) => start_time < end_time,
			'ends_before_start',
		),
		['end_time'],
	),
	v.forward(
		v.partialCheck(
			[['seats'], ['counter_reserve']],
			({ seats, counter_reserve }) => counter_reserve <= seats,
			'reserve_above_seats',
		),
		['counter_reserve'],
	),
);

type Column = keyof v.InferOutput<typeof cells>;

/** Every column of an offer file, `halte offer FILE.csv`. */
export const allOfferColumns = Object.keys(cells.entries) as Column[];

/** The columns that every offer file has. */
export const offerColumns = allOfferColumns.filter(
	(column): column is Exclude<Column, 'called_off'> => column !== 'called_off',
);

/** One row of an offer file: a session, and the course it belongs to. */
export type OfferRow = { course: Course; session: Session };

/** What is wrong in one cell of an offer file. */
export type OfferFault = { column: Column; reason: string };

/** Takes the cells of one row by column name and returns its course and session, or refuses with a fault for each wrong column. */
export function readOfferRow(
	row: Record<string, string>,
): Result<OfferRow, 'wrong_row', { faults: OfferFault[] }> {
	const read = v.safeParse(wholeRow, row);
	if (!read.success) return refuse('wrong_row', { faults: faultsOf(read.issues) });
	const { output } = read;
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
			calledOff: output.called_off ?? false,
			revision: 0,
			mostMeetings: output.meetings,
		},
	});
}

/** The first thing wrong in each column: what follows from it says nothing new. */
function faultsOf(issues: readonly v.InferIssue<typeof wholeRow>[]): OfferFault[] {
	return allOfferColumns.flatMap((column) => {
		const first = issues.find(({ path }) => path?.[0].key === column);
		return first ? [{ column, reason: first.message }] : [];
	});
}
