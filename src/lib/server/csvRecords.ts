import { CsvError, parse } from 'csv-parse/sync';

/** One record of a CSV file: its cells, or null where no cells can be read from it. */
export type CsvRecord = string[] | null;

/**
 * Takes the text of a CSV file and returns its records in order. A record goes over several lines where a quotation
 * mark opens a cell on one and closes it on another; one that is broken costs the line on which it begins and no other.
 */
export const csvRecords = (text: string, delimiter: string): CsvRecord[] => {
	const lines = linesOf(text);
	const records: CsvRecord[] = [];
	for (let at = 0; at < lines.length;) {
		const { cells, lines: taken } = recordAt(lines, at, delimiter);
		records.push(cells);
		at += taken;
	}
	return records;
};

/** The lines with their ends, which may stand inside a cell. Old sheets end them with CR alone. */
const linesOf = (text: string): string[] => {
	const ends = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
	return text.split(ends === '\r' ? /(?<=\r)/ : /(?<=\n)/).filter((line) => line !== '');
};

const recordAt = (
	lines: readonly string[],
	at: number,
	delimiter: string,
): { cells: CsvRecord; lines: number } => {
	for (let end = at + 1; ;) {
		const read = cellsOf(lines.slice(at, end).join(''), delimiter, end === at + 1);
		if (read !== 'open')
			return read === 'broken' ? { cells: null, lines: 1 } : { cells: read, lines: end - at };
		// Only a line with a quotation mark can close the cell.
		while (end < lines.length && !lines[end]?.includes('"')) end += 1;
		if (end === lines.length) return { cells: null, lines: 1 };
		end += 1;
	}
};

/**
 * The cells of one record. On one line, quotation marks inside a cell that has none around it are welcome; over several
 * lines every one has to be in order, or a mark that never ends would swallow good rows up to the next one.
 */
const cellsOf = (text: string, delimiter: string, relaxQuotes: boolean): string[] | 'open' | 'broken' => {
	try {
		const [cells = ['']] = parse(text.replace(/[\r\n]+$/, ''), {
			delimiter,
			recordDelimiter: '\n',
			relaxColumnCount: true,
			relaxQuotes,
			trim: true,
		});
		return cells;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken';
	}
};
