import { attendanceColumns } from '#lib/domain/attendance.ts';
import { readCsv } from '#lib/server/readCsv.ts';
import { operator } from '#lib/services/actor.ts';
import { takeInAttendance } from '#lib/services/takeInAttendance.ts';
import { defineCommand, refused } from './command.ts';
import { printImportReport, refuseCsv } from './importReport.ts';

/** `halte attendance`: takes in who was at which meeting of a session and names the rows that were not taken. */
export const attendance = defineCommand({
	usage: 'attendance SESSION FILE.csv [--json]',
	words: 2,
	async run({ deps, path }, args) {
		const [session = '', name = ''] = args.words;
		const file = await readCsv(path(name), attendanceColumns);
		if (!file.ok) return refuseCsv(file);
		const taken = await takeInAttendance(deps, operator, { session, rows: file.value.rows });
		if (!taken.ok) return refused('unknown_session: no session has this id.');
		return printImportReport(args, taken.value, file.value.unreadable);
	},
});
