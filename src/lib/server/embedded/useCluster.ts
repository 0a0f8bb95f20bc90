import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { advisoryLocks } from '#lib/server/db/advisoryLocks.ts';
import { CannotStart } from '#lib/server/environment.ts';
import { answers, clusterUrl, freePort, initialise, startPostmaster, stopPostmaster } from './cluster.ts';
import { layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import { runningPostmaster } from './pidFile.ts';

/** An embedded PostgreSQL in use by this process, perhaps just made; `release` stops it unless another process uses it too. */
export type UsedCluster = { url: string; layout: Layout; isNew: boolean; release(): Promise<void> };

const ensureRunning = async (layout: Layout, port: number, flags: string[]): Promise<number> => {
	const end = Date.now() + 30_000;
	while (Date.now() < end) {
		const running = runningPostmaster(layout);
		if (!running) startPostmaster(layout, port, flags);
		if (await answers(layout, running?.port ?? port, 10)) return running?.port ?? port;
		await pause(100);
	}
	throw new CannotStart(`PostgreSQL did not start; what it said is in ${layout.cluster}.log.`);
};

const takeLocks = async (url: string, dataDir: string, serve: boolean): Promise<pg.Client> => {
	const client = new pg.Client({ connectionString: url, application_name: 'halte-use' });
	client.on('error', () => {});
	await client.connect();
	if (serve) {
		const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
			advisoryLocks.serve,
		]);
		if (!rows[0]?.free) {
			await client.end();
			throw new CannotStart(
				`Halte already runs on the data folder ${dataDir}: nothing was started or changed.`,
			);
		}
	}
	await client.query('select pg_advisory_lock_shared($1)', [advisoryLocks.use]);
	return client;
};

/** Stops the cluster if nobody else holds the lock of use. */
const stopIfUnused = async (layout: Layout, url: string): Promise<void> => {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => {});
	try {
		await client.connect();
		const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
			advisoryLocks.use,
		]);
		if (rows[0]?.free) await stopPostmaster(layout);
	} finally {
		await client.end().catch(() => {});
	}
};

/**
 * Takes the data folder; makes and starts the embedded PostgreSQL where needed, or joins the one that runs, and keeps
 * it alive: a killed server is started again on the same port. With `serve`, refuses with CannotStart when another
 * process already serves from this folder.
 */
export const useCluster = async (
	dataDir: string,
	{ serve = false, flags = [] as string[] } = {},
): Promise<UsedCluster> => {
	const layout = layOut(dataDir);
	const isNew = initialise(layout);
	let port = await ensureRunning(layout, await freePort(), flags);
	const url = clusterUrl(layout, port);
	let holder = await takeLocks(url, dataDir, serve);
	let released = false;

	const watch = async () => {
		while (!released) {
			await pause(500, undefined, { ref: false });
			if (released || runningPostmaster(layout)) continue;
			try {
				port = await ensureRunning(layout, port, flags);
				await holder.end().catch(() => {});
				holder = await takeLocks(url, dataDir, serve);
			} catch {
				// Full disk or no memory: the next round tries again, and until then the pages say so.
			}
		}
	};
	void watch();

	return {
		url,
		layout,
		isNew,
		async release() {
			released = true;
			await holder.end().catch(() => {});
			await stopIfUnused(layout, url).catch(() => {});
		},
	};
};
