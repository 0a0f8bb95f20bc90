import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { newKeyPairs, parseKeyring } from './crypto/keyring.ts';
import { openPool } from './db/connection.ts';
import { isDatabaseAway } from './db/availability.ts';
import { migrate } from './db/migrate.ts';
import { proveKeys } from './db/proveKeys.ts';
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

/** The keys of an installation, and the file they lie in where they are not a setting. */
type Keys = { pairs: string; kept: { file: string; isNew: boolean } | null };

/** The keys beside an embedded database, made on first use and readable by their owner only. */
const keysIn = (dataDir: string): Keys => {
	const file = join(dataDir, 'keys');
	mkdirSync(dataDir, { recursive: true, mode: 0o711 });
	const isNew = !existsSync(file);
	if (isNew) writeFileSync(file, newKeyPairs(), { mode: 0o600, flag: 'wx' });
	chmodSync(file, 0o600);
	return { pairs: readFileSync(file, 'utf8'), kept: { file, isNew } };
};

/** Refuses keys that are not those of the database; a file of keys made just now in place of a lost one is taken away. */
const refuseOtherKeys = async (pool: pg.Pool, { pairs, kept }: Keys): Promise<void> => {
	const why = await proveKeys(pool, parseKeyring(pairs));
	if (why === null) return;
	if (kept?.isNew) rmSync(kept.file);
	throw new SettingError(
		kept
			? `${kept.file} should hold the keys that this database was made with${kept.isNew ? ', and is not there' : `; ${why}`}: put it back from your copy.`
			: `HALTE_KEYS should hold the keys that this database was made with; ${why}.`,
	);
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
		const keys = settings.keys === null ? keysIn(settings.dataDir) : { pairs: settings.keys, kept: null };
		await migrate(url).catch((error: unknown) => {
			throw settings.databaseUrl ? databaseUnusable(error) : error;
		});
		// A little longer than any statement may take; a command may wait for a large file.
		const pool = openPool(url, onError, { max: connections, ...(serve ? { patience: 35_000 } : {}) });
		await refuseOtherKeys(pool, keys).catch(async (error: unknown) => {
			await pool.end();
			throw error;
		});
		return {
			pool,
			keys: keys.pairs,
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
