import type pg from 'pg';
import type { Deps } from '#lib/services/ports.ts';
import { channelsOf } from './channels/channelsOf.ts';
import { createDeps } from './deps.ts';
import type { Settings } from './environment.ts';

/** What one running Halte is made of. It is put together once, by whoever starts it, before the first request. */
export type Runtime = { settings: Settings; pool: pg.Pool; deps: Deps };

const place = Symbol.for('halte.runtime');

/** Puts the runtime together and leaves it where the bundled routes find it. */
export const startRuntime = (settings: Settings, pool: pg.Pool, keys: string): Runtime => {
	const runtime: Runtime = { settings, pool, deps: createDeps(pool, keys, channelsOf(settings)) };
	(globalThis as Record<symbol, unknown>)[place] = runtime;
	return runtime;
};

/** The runtime of this process; throws when nothing started it. */
export const runtime = (): Runtime => {
	const started = (globalThis as Record<symbol, unknown>)[place];
	if (!started) throw new Error('Halte was not started: use npm start.');
	return started as Runtime;
};
