import { fillPlaceholders } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { QueryResultRow } from 'pg';
import type { Db } from './connection.ts';

/**
 * A statement that every page needs: its text is made once, and PostgreSQL plans it once for each connection. Takes the
 * values of its placeholders and returns the rows as the driver reads them (a `date` wants `::text`).
 */
export const prepared = <Row extends QueryResultRow>(name: string, query: SQL) => {
	const { sql: text, params } = new PgDialect().sqlToQuery(query);
	return async (db: Db, values: Record<string, unknown>): Promise<Row[]> => {
		const asked = { name, text, values: fillPlaceholders(params, values) };
		return (await db.$client.query<Row>(asked)).rows;
	};
};
