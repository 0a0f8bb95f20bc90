import { readFile } from 'node:fs/promises';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { CsvRow, RefusedRow } from '#lib/services/importReport.ts';
import { csvRecords } from './csvRecords.ts';

/** The rows of a file, in order, and those that cannot even be read as a row. */
export type CsvFile = { rows: CsvRow[]; unreadable: RefusedRow[] };

/** Why a file could not be read at all. */
export type UnreadFile = 'no_such_file' | 'is_folder' | 'may_not_be_read';

const unreadFiles: Record<string, UnreadFile> = {
	ENOENT: 'no_such_file',
	ENOTDIR: 'no_such_file',
	EISDIR: 'is_folder',
	EACCES: 'may_not_be_read',
};

const whyUnread = (error: NodeJS.ErrnoException): UnreadFile => {
	const why = unreadFiles[error.code ?? ''];
	if (!why) throw error;
	return why;
};

/** Why the first row of a file does not say what stands in the others. */
export type WrongHeader = 'missing_columns' | 'repeated_columns';

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark, separated by commas, or by semicolons as
 * spreadsheets in Belgium write them) whose first row names at least the given columns, in any order; further ones are
 * ignored, and so is a row in which nothing stands. Refuses a file that cannot be read with the reason, and one whose first
 * row leaves columns out or names them twice with `missing_columns` or `repeated_columns` and their names.
 */
export const readCsv = async (
	path: string,
	columns: readonly string[],
): Promise<Result<CsvFile, UnreadFile | WrongHeader, { columns: string[] }>> => {
	const bytes = await readFile(path).catch(whyUnread);
	if (typeof bytes === 'string') return refuse(bytes, { columns: [] });
	const file: CsvFile = { rows: [], unreadable: [] };
	// The decoder takes a byte order mark away.
	const text = new TextDecoder().decode(bytes);
	const header = text.split(/[\r\n]/, 1)[0] ?? '';
	const records = csvRecords(text, header.split(';').length > header.split(',').length ? ';' : ',');
	const names = (records[0] ?? []).map((name) => name.toLowerCase());
	const missing = columns.filter((column) => !names.includes(column));
	if (missing.length > 0) return refuse('missing_columns', { columns: missing });
	const repeated = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
	if (repeated.length > 0) return refuse('repeated_columns', { columns: repeated });
	for (const [index, cells] of records.entries())
		if (cells === null) file.unreadable.push({ row: index + 1, faults: [{ reason: 'broken_row' }] });
		else if (index > 0 && cells.some((cell) => cell !== '')) addRow(file, index + 1, names, cells);
	return ok(file);
};

// eslint-disable-next-line no-control-regex -- PostgreSQL keeps no NUL, and no sheet of offices or courses needs another
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function addRow(file: CsvFile, row: number, names: string[], cells: string[]): void {
	const reasons: string[] = [];
	if (cells.length !== names.length) reasons.push('wrong_number_of_cells');
	if (cells.some((cell) => cell.includes('\ufffd'))) reasons.push('not_utf8');
	if (cells.some((cell) => unprintable.test(cell))) reasons.push('control_character');
	if (reasons.length > 0) file.unreadable.push({ row, faults: reasons.map((reason) => ({ reason })) });
	else file.rows.push({ row, cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) });
}
