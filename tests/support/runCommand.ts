import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environmentOfHalte } from './startHalte.ts';

const command = fileURLToPath(new URL('../../scripts/command.ts', import.meta.url));

/** What a command came to. */
export type CommandRun = { exit: number | null; out: string; err: string };

/** Runs `halte …` as a process of its own on the database of a test. */
export const runCommand = (
	{ url, keys }: { url: string; keys: string },
	...args: string[]
): Promise<CommandRun> => runCommandWith({ DATABASE_URL: url, HALTE_KEYS: keys }, ...args);

/** Runs `halte …` as a process of its own with these settings and no others. */
export const runCommandWith = (settings: Record<string, string>, ...args: string[]): Promise<CommandRun> =>
	new Promise((resolve) => {
		const child = spawn(process.execPath, [command, ...args], { env: environmentOfHalte(settings) });
		let out = '';
		let err = '';
		child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
		child.once('close', (exit) => resolve({ exit, out, err }));
	});
