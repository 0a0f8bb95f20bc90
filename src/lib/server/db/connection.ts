import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { SQL } from 'drizzle-orm';
import pg from 'pg';

/** The database, or one transaction on it. */
export type Db = NodePgDatabase<Record<string, never>> & { $client: pg.Pool | pg.PoolClient };

/**
 * A pool of connections to one PostgreSQL. Time zone UTC; a lock waits at most `lockTimeout` and a statement 30 s, so
 * that a stuck neighbour never hangs a page; a server that answers nothing at all, `patience` milliseconds where given.
 * `onError` hears of connections lost while idle.
 */
export const openPool = (
	url: string,
	onError: (error: Error) => void,
	{ max = 20, lockTimeout = '5s', patience = undefined as number | undefined } = {},
): pg.Pool => {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		connectionTimeoutMillis: 5_000,
		idleTimeoutMillis: 30_000,
		query_timeout: patience,
		application_name: 'halte',
		options: `-c timezone=UTC -c lock_timeout=${lockTimeout} -c statement_timeout=30s`,
	});
	pool.on('error', onError);
	// A connection lost in the middle of a transaction is reported by its query; unheard, it would end the process.
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
};

const casing = 'snake_case';
const dialect = new PgDialect({ casing });

/** Drizzle over a pool, or over one connection of it. */
export const openDatabase = (client: pg.Pool | pg.PoolClient): Db => drizzle({ client, casing });

/**
 * Runs a statement under a name of its own, whose text is always the same: each connection plans it once. For large ones
 * that are asked again and again while others wait; values come as `pg` reads them. Refuses a name with another text.
 */
export const executeNamed = async <Row extends pg.QueryResultRow>(
	db: Db,
	name: string,
	statement: SQL,
): Promise<Row[]> => {
	const { sql: text, params } = dialect.sqlToQuery(statement);
	return (await db.$client.query<Row>({ name, text, values: params })).rows;
};
