import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { newKeyPairs } from './crypto/keyring.ts';
import { openPool } from './db/connection.ts';
import { migrate } from './db/migrate.ts';
import { useCluster } from './embedded/useCluster.ts';
import type { Settings } from './environment.ts';

/** A migrated database with the keys that go with it; `close` ends the pool and, where this process was the last, the cluster. */
export type Opened = {
	pool: pg.Pool;
	keys: string;
	url: string;
	elsewhere: string | null;
	close(): Promise<void>;
};

/** The keys beside an embedded database, made on first use and readable by their owner only. */
const keysIn = (dataDir: string): string => {
	const file = join(dataDir, 'keys');
	mkdirSync(dataDir, { recursive: true, mode: 0o711 });
	if (!existsSync(file)) writeFileSync(file, newKeyPairs(), { mode: 0o600, flag: 'wx' });
	chmodSync(file, 0o600);
	return readFileSync(file, 'utf8');
};

/**
 * Opens the database the settings name: the one at DATABASE_URL, else the embedded one in the data folder. With
 * `serve`, refuses with AlreadyServing when another process serves from that folder.
 */
export const openHalte = async (
	settings: Settings,
	{ serve = false, onError = (_: Error): void => {}, connections = 20 } = {},
): Promise<Opened> => {
	const cluster = settings.databaseUrl ? null : await useCluster(settings.dataDir, { serve });
	const url = settings.databaseUrl ?? cluster?.url ?? '';
	try {
		const keys = settings.keys ?? keysIn(settings.dataDir);
		await migrate(url);
		const pool = openPool(url, onError, connections);
		return {
			pool,
			keys,
			url,
			elsewhere: cluster?.layout.elsewhere ?? null,
			async close() {
				await pool.end();
				await cluster?.release();
			},
		};
	} catch (error) {
		await cluster?.release();
		throw error;
	}
};
