import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a tool ended, and the last of what it said. */
export type Ended = { code: number; output: string };

const root = process.env['HALTE_ROOT'] ?? process.cwd();
const longest = 40 * 60_000;

let interrupted = false;
const ending = new Set<() => void>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.once(signal, () => {
		interrupted = true;
		for (const end of ending) end();
		process.exitCode = 130;
	});

/** Whether somebody asked the tests to stop; the tools that run are ended then. */
export const isInterrupted = (): boolean => interrupted;

/** Runs one tool on this Node and keeps what it says; ends it with its children when it hangs. */
export const tool = (file: string, args: string[], env: Record<string, string> = {}): Promise<Ended> =>
	new Promise((resolve) => {
		const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
			cwd: root,
			env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
		});
		let output = '';
		const hear = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-100_000));
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		const end = () => {
			if (child.pid) process.kill(-child.pid, 'SIGTERM');
		};
		ending.add(end);
		const timer = setTimeout(() => {
			output += `\nstopped after ${longest / 60_000} minutes`;
			end();
		}, longest);
		child.once('error', (error) => (output += error.message));
		child.once('close', (code) => {
			clearTimeout(timer);
			ending.delete(end);
			resolve({ code: code ?? 1, output });
		});
	});
