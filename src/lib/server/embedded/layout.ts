import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SettingError } from '#lib/server/environment.ts';
import { databaseAccount, mayEnter } from './account.ts';
import type { Account } from './account.ts';
import { copyNative, linkLibraries, nativeFolder } from './binaries.ts';

/** Where an embedded PostgreSQL lies and as whom it runs. */
export type Layout = {
	/** The cluster's own folder (PGDATA), which may not exist yet. */
	cluster: string;
	native: string;
	account: Account | null;
	/** Set where the files had to lie outside the data folder. */
	elsewhere: string | null;
};

/** Makes a folder and those above it. Node's own way never ends where the kernel makes no folders, as in /proc. */
const makeFolder = (folder: string): void => {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder, { mode: 0o711 });
};

const openDataDir = (dataDir: string): string => {
	try {
		makeFolder(resolve(dataDir));
		accessSync(dataDir, constants.W_OK | constants.X_OK);
		return realpathSync(dataDir);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new SettingError(
			`HALTE_DATA_DIR should be a folder that Halte may write to; ${dataDir} is none (${code}).`,
		);
	}
};

/**
 * Takes the data folder and finds a place that the database's account can reach. As root with a folder closed to that
 * account, the files lie in `/var/lib/halte/<hash of the path>`.
 */
export const layOut = (dataDir: string): Layout => {
	const here = openDataDir(dataDir);
	const native = nativeFolder();
	linkLibraries(native);
	const account = databaseAccount();
	if (!account) return { cluster: join(here, 'db'), native, account, elsewhere: null };

	chmodSync(here, 0o711);
	const home = join(here, 'postgres');
	mkdirSync(home, { recursive: true });
	chownSync(home, account.uid, account.gid);
	if (mayEnter(account, native) && mayEnter(account, home))
		return { cluster: join(home, 'db'), native, account, elsewhere: null };

	const elsewhere = join('/var/lib/halte', createHash('sha256').update(here).digest('hex').slice(0, 16));
	mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
	chownSync(elsewhere, account.uid, account.gid);
	return {
		cluster: join(elsewhere, 'db'),
		native: mayEnter(account, native) ? native : copyNative(native, join(elsewhere, 'native-18.4.0')),
		account,
		elsewhere,
	};
};
