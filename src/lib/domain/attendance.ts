import * as v from 'valibot';
import type { CalendarDate } from './dates.ts';
import { readDossierId } from './dossierId.ts';
import { day, text } from './offerCells.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

/** How a person was at a meeting. Excused says nothing about why. */
export const attendanceStatuses = ['present', 'late', 'excused', 'absent'] as const;
/** One of these, as a code. */
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** What an office wrote down about one person at one meeting of a session. */
export type AttendanceRow = { dossier: string; meetingOn: CalendarDate; status: AttendanceStatus };

const cells = v.object({
	dossier: v.pipe(text(80), v.transform(readDossierId)),
	meeting_on: day,
	status: v.pipe(
		text(20),
		v.transform((cell) => cell.toLowerCase()),
		v.picklist(attendanceStatuses, 'unknown_value'),
	),
});

/** The columns of an attendance file, `halte attendance SESSION FILE.csv`. */
export const attendanceColumns = Object.keys(cells.entries) as (keyof v.InferOutput<typeof cells>)[];

/** What is wrong in one cell of an attendance file. */
export type AttendanceFault = { column: (typeof attendanceColumns)[number]; reason: string };

/** Takes the cells of one row by column name and returns what it says, or refuses with a fault for each wrong column. */
export function readAttendanceRow(
	row: Record<string, string>,
): Result<AttendanceRow, 'wrong_row', { faults: AttendanceFault[] }> {
	const read = v.safeParse(cells, row);
	if (read.success) {
		const { dossier, meeting_on, status } = read.output;
		return ok({ dossier, meetingOn: meeting_on, status });
	}
	const faults = attendanceColumns.flatMap((column) => {
		const first = read.issues.find(({ path }) => path?.[0].key === column);
		return first ? [{ column, reason: first.message }] : [];
	});
	return refuse('wrong_row', { faults });
}
