import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';

/** A browser as people start it, with a profile on the disk: Playwright's own keeps nothing, and so proves nothing. */
export type ProfileBrowser = {
	context: BrowserContext;
	/** Closes it as people do: what it wants to keep is written down. */
	close(): Promise<void>;
	/** Kills it in the middle of whatever it does. */
	kill(): Promise<void>;
};

const settled = () =>
	JSON.parse(process.env['HALTE_BROWSER'] ?? '{}') as { path: string; env: Record<string, string> };

const addressOf = (child: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (address) resolve(address);
		});
		child.once('exit', () => reject(new Error(`the browser did not start:\n${said.slice(-2000)}`)));
	});

/** Opens a browser on the profile in this folder; `restores` opens again what was open before, as after a fall. */
export const openProfile = async (folder: string, { restores = false } = {}): Promise<ProfileBrowser> => {
	const { path, env } = settled();
	const flags = [
		...['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--no-first-run'],
		...['--no-default-browser-check', '--remote-debugging-port=0', '--password-store=basic'],
		...['--disable-component-update', '--disable-background-networking', '--window-size=1080,1920'],
		...(restores ? ['--restore-last-session', '--hide-crash-restore-bubble'] : []),
	];
	const child = spawn(path, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'ignore', 'pipe'],
		detached: true,
	});
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const browser: Browser = await chromium.connectOverCDP(await addressOf(child));
	const [context] = browser.contexts();
	if (!context) throw new Error('the browser has no profile');
	context.setDefaultTimeout(60_000);
	return {
		context,
		async close() {
			const session = await browser.newBrowserCDPSession();
			await session.send('Browser.close').catch(() => {});
			await gone;
		},
		async kill() {
			// The whole group: a browser is a dozen processes, and each of them may write.
			process.kill(-(child.pid ?? 0), 'SIGKILL');
			await gone;
		},
	};
};

const spellings = (mark: string): Buffer[] => [
	Buffer.from(mark, 'utf8'),
	Buffer.from(mark, 'utf16le'),
	Buffer.from(encodeURIComponent(mark), 'utf8'),
	Buffer.from(Buffer.from(mark).toString('base64').replace(/.?=*$/, ''), 'utf8'),
];

/** Where in a profile these marks are written, in any spelling a browser uses, as `mark in file`. */
export const marksOnDisk = (folder: string, marks: Record<string, string>): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.flatMap((entry) => {
			const file = join(entry.parentPath, entry.name);
			const bytes = readFileSync(file);
			const lower = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
			return Object.entries(marks)
				.filter(([, mark]) =>
					spellings(mark).some(
						(spelling) =>
							bytes.includes(spelling) ||
							lower.includes(Buffer.from(spelling.toString('latin1').toLowerCase(), 'latin1')),
					),
				)
				.map(([name]) => `${name} in ${relative(folder, file)}`);
		});

/** The file in which a profile keeps its cookies, their names legible: what comes back after a fall. */
export const cookiesOnDisk = (folder: string): string => {
	const files = ['Cookies', 'Network/Cookies'].map((name) => join(folder, 'Default', name));
	return files
		.filter((file) => existsSync(file))
		.map((file) => readFileSync(file, 'latin1'))
		.join('');
};
