import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = /^(HALTE_|OIDC_|VAPID_|SMTP_URL|SMS_|MAIL_FROM|DATABASE_URL|PORT$|HOST$|ORIGIN$)/;

/** A Halte that runs for the tests: where it is, where its data lie, what it printed, and how to end it. */
export type RunningHalte = {
	origin: string;
	dataDir: string;
	pid: number;
	printed(): string;
	/** False once it ended, by itself or by others. */
	runs(): boolean;
	/** Ends it politely and waits. */
	stop(): Promise<void>;
	/** Pulls the plug. */
	kill(): Promise<void>;
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});

/** The environment of a Halte of the tests: the caller's without any setting of Halte, and the given ones. */
export const environmentOfHalte = (settings: Record<string, string>): Record<string, string> => ({
	...Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			value === undefined || ours.test(name) ? [] : [[name, value] as const],
		),
	),
	HALTE_ROOT: root,
	...settings,
});

/**
 * Starts the built Halte as `npm start` does, on a free port. Without a data folder it gets a fresh one, which `stop`
 * removes. Throws with what it printed when it does not come up.
 */
export const startHalte = async ({
	settings = {} as Record<string, string>,
	dataDir = null as string | null,
	patience = 240_000,
} = {}): Promise<RunningHalte> => {
	const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'halte-browser-'));
	const port = settings['PORT'] ?? String(await freePort());
	const child = spawn(process.execPath, [join(root, 'scripts/serve.ts')], {
		cwd: root,
		env: environmentOfHalte({ HALTE_DATA_DIR: folder, PORT: port, ...settings }),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	let isUp = false;
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const up = new Promise<string>((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`Halte did not start in time:\n${printed}`)), patience);
		const hear = (chunk: Buffer) => {
			printed += chunk.toString();
			// Enough to explain a failure, without growing over a whole run.
			if (printed.length > 400_000) printed = printed.slice(-200_000);
			const origin = isUp ? undefined : /Halte is at (\S+)/.exec(printed)?.[1];
			if (!origin) return;
			isUp = true;
			clearTimeout(timer);
			resolve(origin);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('exit', () => {
			clearTimeout(timer);
			reject(new Error(`Halte did not start:\n${printed}`));
		});
	});
	const end = async (signal: NodeJS.Signals) => {
		if (child.exitCode === null && child.signalCode === null) child.kill(signal);
		await gone;
	};
	try {
		const origin = await up;
		return {
			origin,
			dataDir: folder,
			pid: child.pid ?? 0,
			printed: () => printed,
			runs: () => child.exitCode === null && child.signalCode === null,
			async stop() {
				await end('SIGTERM');
				if (!dataDir) rmSync(folder, { recursive: true, force: true });
			},
			kill: () => end('SIGKILL'),
		};
	} catch (error) {
		await end('SIGKILL');
		throw error;
	}
};
