import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOfHalte } from './startHalte.ts';

/** The folder of the checkout. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** A start of Halte as a person does it, watched from outside. */
export type Started = {
	child: ChildProcess;
	out(): string;
	err(): string;
	/** Its address, once it serves. */
	up: Promise<string>;
	/** How it ended, as an exit code or a signal. */
	ended: Promise<number | NodeJS.Signals>;
	/** Sends a signal to the starter and everything it started, as a terminal does. */
	signalAll(signal: NodeJS.Signals): void;
};

/** The packages are there, or no test would run: without this mark, the starter would install them again under our feet. */
const markInstalled = (folder: string): void => {
	const stamp = join(folder, 'node_modules', '.halte-installed');
	const lock = readFileSync(join(folder, 'package-lock.json'));
	if (!existsSync(stamp)) writeFileSync(stamp, createHash('sha256').update(lock).digest('hex'));
};

/** Runs `node scripts/start.mjs` (or another file) in a group of processes of its own. */
export const startProcess = (
	settings: Record<string, string>,
	{ file = 'scripts/start.mjs', folder = root, account = {} as { uid?: number; gid?: number } } = {},
): Started => {
	if (folder === root) markInstalled(folder);
	const child = spawn(process.execPath, [join(folder, file)], {
		cwd: folder,
		env: { ...environmentOfHalte(settings), HALTE_ROOT: folder, HALTE_LOG: 'warn' },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		...account,
	});
	let out = '';
	let err = '';
	let served: (origin: string) => void = () => {};
	const up = new Promise<string>((resolve) => (served = resolve));
	child.stdout.on('data', (chunk: Buffer) => {
		out += chunk.toString();
		const origin = /Halte is at (\S+)/.exec(out)?.[1];
		if (origin) served(origin);
	});
	child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
	const ended = new Promise<number | NodeJS.Signals>((resolve) =>
		child.once('close', (code, signal) => resolve(code ?? signal ?? 1)),
	);
	const failed = ended.then((how) => {
		throw new Error(`Halte ended with ${how} before it served:\n${out}\n${err}`);
	});
	const settled = Promise.race([up, failed]);
	settled.catch(() => {});
	failed.catch(() => {});
	return {
		child,
		out: () => out,
		err: () => err,
		up: settled,
		ended,
		signalAll: (signal) => process.kill(-(child.pid ?? 0), signal),
	};
};
