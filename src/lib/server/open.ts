import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { newKeyPairs } from './crypto/keyring.ts';
import { openPool } from './db/connection.ts';
import { isDatabaseAway } from './db/availability.ts';
import { migrate } from './db/migrate.ts';
import { useCluster } from './embedded/useCluster.ts';
import { SettingError } from './environment.ts';
import type { Settings } from './environment.ts';

/**
 * A migrated database with the keys that go with it, and whether it was made just now in the data folder; `close` ends the
 * pool and, where this process was the last, the cluster.
 */
export type Opened = {
	pool: pg.Pool;
	keys: string;
	url: string;
	elsewhere: string | null;
	isNew: boolean;
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

/** Why a database of the operator's own cannot be used, without its address: there is a password in it. */
const databaseUnusable = (error: unknown): unknown => {
	const { code } = (error instanceof Error ? (error.cause ?? error) : {}) as { code?: string };
	const refused = typeof code === 'string' && /^(28|3D|42501)/.test(code);
	if (!refused && !isDatabaseAway(error)) return error;
	const why = refused ? 'refused to let Halte in' : 'does not answer';
	return new SettingError(
		`DATABASE_URL should lead to a PostgreSQL that Halte may use, postgresql://user:password@host:5432/database; this one ${why}${code ? ` (${code})` : ''}.`,
	);
};

/**
 * Opens the database the settings name: the one at DATABASE_URL, else the embedded one in the data folder. With
 * `serve`, refuses with CannotStart when another process serves from that folder.
 */
export const openHalte = async (
	settings: Settings,
	{ serve = false, onError = (_: Error): void => {}, connections = 20 } = {},
): Promise<Opened> => {
	const cluster = settings.databaseUrl ? null : await useCluster(settings.dataDir, { serve });
	const url = settings.databaseUrl ?? cluster?.url ?? '';
	try {
		const keys = settings.keys ?? keysIn(settings.dataDir);
		await migrate(url).catch((error: unknown) => {
			throw settings.databaseUrl ? databaseUnusable(error) : error;
		});
		// A little longer than any statement may take; a command may wait for a large file.
		const pool = openPool(url, onError, { max: connections, ...(serve ? { patience: 35_000 } : {}) });
		return {
			pool,
			keys,
			url,
			elsewhere: cluster?.layout.elsewhere ?? null,
			isNew: cluster?.isNew ?? false,
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
