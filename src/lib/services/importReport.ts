/** One row of a CSV file: its number as a spreadsheet shows it (the header is row 1) and its cells by column name. */
export type CsvRow = { row: number; cells: Record<string, string> };

/** What is wrong with a row: why, as a code, and in which column where it is one column's fault. */
export type RowFault = { reason: string; column?: string };

/** A row that was not taken, with everything that is wrong with it, in the order of the columns. */
export type RefusedRow = { row: number; faults: RowFault[] };

/** What became of a file: rows read = taken + refused. The good rows are taken whatever the others hold. */
export type ImportReport = { read: number; taken: number; refused: RefusedRow[] };
