import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';
import type { Browser as Executable } from '../../scripts/browser.ts';
import { flagsOfTests } from './browserFlags.ts';

/** A browser as people start it, with a profile on the disk: Playwright's own keeps nothing, and so proves nothing. */
export type ProfileBrowser = {
	context: BrowserContext;
	/** Closes it as people do: what it wants to keep is written down. */
	close(): Promise<void>;
	/** Kills it in the middle of whatever it does. */
	kill(): Promise<void>;
};

/** A browser that keeps a profile, found before the workers started; null: there is none on this machine. */
export const profileBrowser = (): Executable | null =>
	JSON.parse(process.env['HALTE_PROFILE_BROWSER'] ?? 'null');

/** Far longer than a browser takes to start or to end, and far shorter than a test: one that hangs is named. */
const patience = 60_000;

const addressOf = (child: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		const fail = (how: string) => reject(new Error(`the browser ${how}:\n${said.slice(-2000)}`));
		const timer = setTimeout(() => fail('does not say where it listens'), patience);
		child.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (!address) return;
			clearTimeout(timer);
			resolve(address);
		});
		child.once('exit', () => {
			clearTimeout(timer);
			fail('did not start');
		});
	});

/** Opens a browser on the profile in this folder; `restores` opens again what was open before, as after a fall. */
export const openProfile = async (folder: string, { restores = false } = {}): Promise<ProfileBrowser> => {
	const found = profileBrowser();
	if (!found) throw new Error('There is no browser here that keeps a profile.');
	const { path, env } = found;
	const flags = [
		...flagsOfTests,
		...['--kiosk', '--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--no-first-run'],
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
	context.setDefaultTimeout(patience);
	return {
		context,
		async close() {
			const asked = browser.newBrowserCDPSession().then((session) => session.send('Browser.close'));
			asked.catch(() => {});
			const late = pause(patience, 'late', { ref: false });
			if ((await Promise.race([gone, late])) === 'late')
				throw new Error('the browser was asked to close, and did not end');
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
