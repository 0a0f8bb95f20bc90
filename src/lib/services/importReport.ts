/** One row of a CSV file: its number as a spreadsheet shows it (the header is row 1) and its cells by column name. */
export type CsvRow = { row: number; cells: Record<string, string> };

/** A row that was not taken: why, as codes, and the first column to look at where it is one column's fault. */
export type RefusedRow = { row: number; reasons: string[]; column?: string };

/** What became of a file: rows read = taken + refused. The good rows are taken whatever the others hold. */
export type ImportReport = { read: number; taken: number; refused: RefusedRow[] };
