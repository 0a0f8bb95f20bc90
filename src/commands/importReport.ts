import type { UnreadFile, WrongHeader } from '#lib/server/readCsv.ts';
import type { ImportReport, RefusedRow } from '#lib/services/importReport.ts';
import type { Arguments } from './command.ts';
import { answer, refused } from './command.ts';

type Unread = UnreadFile | WrongHeader;

/** Says why a CSV file was not read at all. */
export const refuseCsv = ({ reason, columns }: { reason: Unread; columns: readonly string[] }): number => {
	const why = {
		missing_columns: `the first row does not name ${columns.join(', ')}`,
		repeated_columns: `the first row names more than once: ${columns.join(', ')}`,
		no_such_file: 'there is no such file',
		is_folder: 'this is a folder, not a file',
		may_not_be_read: 'this file may not be read',
	};
	return refused(`${reason}: ${why[reason]}`);
};

/** Prints what became of a file, with the rows that could not even be read; the file was read to its end: exit code 0. */
export const printImportReport = (
	args: Arguments,
	report: ImportReport,
	unreadable: readonly RefusedRow[],
): number => {
	const whole: ImportReport = {
		...report,
		read: report.read + unreadable.length,
		taken: report.taken,
		refused: [...report.refused, ...unreadable].toSorted((one, other) => one.row - other.row),
	};
	answer(args, whole, [
		`read ${whole.read} = taken ${whole.taken} + refused ${whole.refused.length}`,
		...whole.refused.map(
			({ row, faults }) =>
				`row ${row}: ${faults.map(({ reason, column }) => (column ? `${reason} (${column})` : reason)).join(', ')}`,
		),
	]);
	return 0;
};
