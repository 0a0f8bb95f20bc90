import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { Layout } from './layout.ts';

/** A pid file without a number is one that is being written, or what a full disk or a crash left. */
const written = 30_000;

/** The postmaster of the cluster, if one is alive: its process id and port, from PostgreSQL's own pid file. */
export const runningPostmaster = (layout: Layout): { pid: number; port: number } | null => {
	const file = join(layout.cluster, 'postmaster.pid');
	if (!existsSync(file)) return null;
	const lines = readFileSync(file, 'utf8').split('\n');
	const pid = Number(lines[0]);
	const port = Number(lines[3]);
	const isNumber = Number.isInteger(pid) && pid > 0;
	if (isNumber ? !isPostgres(pid) : Date.now() - statSync(file).mtimeMs > written) {
		// Left behind by a killed server, and its number may belong to a stranger by now: PostgreSQL would take it for its own.
		rmSync(file, { force: true });
		return null;
	}
	return isNumber && Number.isInteger(port) && port > 0 ? { pid, port } : null;
};

/**
 * Whether a process may be PostgreSQL. Only what is certainly gone, dead or somebody else is not: whoever took a living
 * server for dead would remove its pid file, and with that end it.
 */
export const isPostgres = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
	if (platform() !== 'linux') return true;
	const state = readProc(pid, 'status');
	if (state !== null && /\nState:\s*[ZX]/.test(state)) return false;
	// It can be empty for a moment, of a process that is busy becoming another.
	const command = readProc(pid, 'cmdline');
	return !command || command.includes('postgres');
};

const readProc = (pid: number, what: 'status' | 'cmdline'): string | null => {
	try {
		return readFileSync(`/proc/${pid}/${what}`, 'utf8');
	} catch {
		return null;
	}
};
