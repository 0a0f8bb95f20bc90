import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '#lib/server/environment.ts';
import type { Layout } from './layout.ts';
import { isPostgres, runningPostmaster } from './pidFile.ts';

/** The address of a database on the cluster, on loopback with the cluster's own password. */
export const clusterUrl = (layout: Layout, port: number, database = 'postgres'): string =>
	`postgresql://halte:${readFileSync(join(layout.cluster, 'halte-password'), 'utf8')}@127.0.0.1:${port}/${database}`;

/**
 * Makes the cluster where there is none, whole or not at all: it is built beside its place and moved there when complete.
 * Returns whether it made one.
 */
export const initialise = (layout: Layout): boolean => {
	if (existsSync(layout.cluster)) return false;
	const half = `${layout.cluster}.new-${process.pid}`;
	const passwordFile = `${half}.password`;
	rmSync(half, { recursive: true, force: true });
	const password = randomBytes(24).toString('base64url');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	const own = layout.account ? { uid: layout.account.uid, gid: layout.account.gid } : {};
	if (layout.account) chownSync(passwordFile, layout.account.uid, layout.account.gid);
	const made = spawnSync(
		join(layout.native, 'bin', 'initdb'),
		[
			`--pgdata=${half}`,
			'--username=halte',
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			'--locale=C',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8',
		],
		{ ...own, cwd: '/', encoding: 'utf8' },
	);
	rmSync(passwordFile, { force: true });
	if (made.status !== 0) {
		rmSync(half, { recursive: true, force: true });
		throw new CannotStart(
			`PostgreSQL could not make its data folder: ${whyIn(made.stderr ?? made.error?.message ?? '')}.`,
		);
	}
	writeFileSync(join(half, 'halte-password'), password, { mode: 0o600 });
	try {
		renameSync(half, layout.cluster);
		return true;
	} catch (error) {
		// Another start was faster: its cluster is as good as ours.
		rmSync(half, { recursive: true, force: true });
		if (!existsSync(layout.cluster)) throw error;
		return false;
	}
};

/** The first fault in what a program of PostgreSQL said over many lines, without time and number of the process. */
const whyIn = (said: string): string => {
	const lines = said.trim().split('\n');
	const fault = lines.find((line) => /\b(FATAL|PANIC|error): /.test(line)) ?? lines[0] ?? '';
	return fault.replace(/^.*?\b(FATAL|PANIC|error): +/, '').replace(/\.$/, '');
};

/** A port of loopback that nothing listens on at this moment. */
export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});

/** Starts a postmaster on `port`, in a process group of its own so that Ctrl-C reaches only the app. */
export const startPostmaster = (layout: Layout, port: number, flags: string[] = []): void => {
	const log = openSync(`${layout.cluster}.log`, 'w', 0o600);
	const own = layout.account ? { uid: layout.account.uid, gid: layout.account.gid } : {};
	const postmaster = spawn(
		join(layout.native, 'bin', 'postgres'),
		[
			...['-D', layout.cluster, '-p', String(port)],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
			// Nothing of a person may reach PostgreSQL's own log.
			...['-c', 'log_min_error_statement=panic', '-c', 'log_error_verbosity=terse'],
			...flags,
		],
		{ ...own, cwd: '/', detached: true, stdio: ['ignore', log, log] },
	);
	postmaster.on('error', () => {});
	postmaster.unref();
};

/** Waits until the cluster answers; returns false when it did not within `seconds`. */
export const answers = async (layout: Layout, port: number, seconds: number): Promise<boolean> => {
	const end = Date.now() + seconds * 1_000;
	while (Date.now() < end) {
		const client = new pg.Client({
			connectionString: clusterUrl(layout, port),
			connectionTimeoutMillis: 2_000,
		});
		client.on('error', () => {});
		try {
			await client.connect();
			await client.end();
			return true;
		} catch {
			await client.end().catch(() => {});
			if (!runningPostmaster(layout) && Date.now() > end - seconds * 1_000 + 3_000) return false;
			await pause(50);
		}
	}
	return false;
};

/** Stops the cluster's postmaster and waits until it is gone; open transactions are rolled back (fast shutdown). */
export const stopPostmaster = async (layout: Layout): Promise<void> => {
	const running = runningPostmaster(layout);
	if (!running) return;
	process.kill(running.pid, 'SIGINT');
	while (isPostgres(running.pid)) await pause(20);
};
