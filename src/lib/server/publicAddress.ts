import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOrigin } from './settingShapes.ts';
import type { Settings } from './environment.ts';

const fileIn = (dataDir: string): string => join(dataDir, 'address');

/** Leaves the public address beside the embedded database, for the commands; each start writes it anew. */
export const leaveAddress = ({ databaseUrl, dataDir, origin }: Settings): void => {
	if (databaseUrl === null) writeFileSync(fileIn(dataDir), `${origin}\n`, { mode: 0o644 });
};

/**
 * Takes the settings of a command and its environment and returns them with the address at which Halte serves, or last
 * served, from the same data folder: a letter should lead there. What the environment itself says goes first.
 */
export const withAddressLeft = (settings: Settings, env: Record<string, string | undefined>): Settings => {
	if (settings.databaseUrl !== null || env['ORIGIN'] || env['PORT']) return settings;
	try {
		const left = readFileSync(fileIn(settings.dataDir), 'utf8').trim();
		return isOrigin(left) ? { ...settings, origin: left } : settings;
	} catch {
		// Nobody served from this folder yet.
		return settings;
	}
};
