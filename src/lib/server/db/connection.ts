import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** The database, or one transaction on it. */
export type Db = NodePgDatabase<Record<string, never>> & { $client: pg.Pool | pg.PoolClient };

/**
 * A pool of connections to one PostgreSQL. Time zone UTC; a lock waits at most `lockTimeout` and a statement 30 s, so
 * that a stuck neighbour never hangs a page. `onError` hears of connections lost while idle.
 */
export const openPool = (
	url: string,
	onError: (error: Error) => void,
	{ max = 20, lockTimeout = '5s' } = {},
): pg.Pool => {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		connectionTimeoutMillis: 5_000,
		idleTimeoutMillis: 30_000,
		application_name: 'halte',
		options: `-c timezone=UTC -c lock_timeout=${lockTimeout} -c statement_timeout=30s`,
	});
	pool.on('error', onError);
	// A connection lost in the middle of a transaction is reported by its query; unheard, it would end the process.
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
};

/** Drizzle over a pool, or over one connection of it. */
export const openDatabase = (client: pg.Pool | pg.PoolClient): Db =>
	drizzle({ client, casing: 'snake_case' });
