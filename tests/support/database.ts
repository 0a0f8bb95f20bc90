import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { openPool } from '#lib/server/db/connection.ts';
import { createDeps } from '#lib/server/deps.ts';
import type { Deps } from '#lib/services/ports.ts';

/** A database of its own for one test file: real, migrated, empty, gone afterwards. `at` sets the clock of its deps. */
export type TestDatabase = { url: string; pool: pg.Pool; keys: string; deps: Deps; setNow(now: Date): void };

export const testDatabase = async ({ connections = 40 } = {}): Promise<TestDatabase> => {
	const clusterUrl = inject('clusterUrl');
	const name = `t_${randomUUID().replaceAll('-', '')}`;
	const admin = new pg.Client({ connectionString: clusterUrl });
	await admin.connect();
	await admin.query(`create database ${name} template template_halte`);
	const url = clusterUrl.replace(/\/postgres$/, `/${name}`);
	// On a slow machine fifty people at once wait for each other longer than anybody should in life.
	const pool = openPool(url, () => {}, { max: connections, lockTimeout: '25s' });
	const keys = newKeyPairs();
	let now: Date | null = null;
	const deps: Deps = { ...createDeps(pool, keys), now: () => now ?? new Date() };
	afterAll(async () => {
		await pool.end();
		await admin.query(`drop database ${name} with (force)`);
		await admin.end();
	});
	return { url, pool, keys, deps, setNow: (instant) => (now = instant) };
};
