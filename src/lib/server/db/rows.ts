import { sql, type SQL } from 'drizzle-orm';

/** Takes rows and returns how to pass one value of each as a single array, for `from unnest(…)`: one statement, any number of rows. */
export const columnOf =
	<Row>(rows: readonly Row[]) =>
	(value: (row: Row) => unknown): SQL =>
		sql`${sql.param(rows.map(value))}`;

/** Takes codes (which hold neither commas nor braces) and returns the text of their array: unnest would flatten arrays of arrays. */
export const codesText = (codes: readonly string[]): string => `{${codes.join(',')}}`;
