import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isOrigin } from './settingShapes.ts';
import type { Settings } from './environment.ts';

const fileIn = (dataDir: string): string => join(dataDir, 'address');

const origin = v.pipe(v.string(), v.trim(), v.check(isOrigin));
const left = v.object({ origin, demonstration: v.boolean(), operator: v.string() });
/** Before it was JSON, the file held the address alone. */
const addressAlone = v.pipe(
	origin,
	v.transform((address) => ({ origin: address })),
);

/**
 * Leaves what a paper says of the service beside the embedded database, for the commands: its public address, who runs
 * it, and whether its people are invented. Each start writes it anew.
 */
export const leaveSettings = ({ databaseUrl, dataDir, ...settings }: Settings): void => {
	if (databaseUrl !== null) return;
	const { origin, demonstration, operator } = settings;
	writeFileSync(fileIn(dataDir), `${JSON.stringify({ origin, demonstration, operator })}\n`, { mode: 0o644 });
};

/**
 * Takes the settings of a command and its environment and returns them with what the server on the same data folder
 * has, or last had: a letter should lead there, and say the same. What the environment itself says goes first.
 */
export const withSettingsLeft = (settings: Settings, env: Record<string, string | undefined>): Settings => {
	if (settings.databaseUrl !== null) return settings;
	const { origin, demonstration, operator } = { ...settings, ...readLeft(settings.dataDir) };
	return {
		...settings,
		...(env['ORIGIN'] || env['PORT'] ? {} : { origin }),
		...(env['HALTE_DEMO'] ? {} : { demonstration }),
		...(env['HALTE_OPERATOR'] ? {} : { operator }),
	};
};

/** Nothing where nobody served from this folder yet, or what lies there is nothing that a start wrote. */
const readLeft = (dataDir: string): Partial<v.InferOutput<typeof left>> => {
	try {
		const text = readFileSync(fileIn(dataDir), 'utf8');
		const shape = text.startsWith('{') ? v.pipe(v.string(), v.parseJson(), left) : addressAlone;
		const read = v.safeParse(shape, text);
		return read.success ? read.output : {};
	} catch {
		return {};
	}
};
