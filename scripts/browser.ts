import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from '@playwright/test';

/** A browser for the tests: its program, and what it needs in its environment besides the usual. */
export type Browser = { path: string; env: Record<string, string> };

/** The flags of every test browser. Nothing here switches web security off. */
const flags = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-sync',
	'--no-default-browser-check',
	'--no-first-run',
	'--no-pings',
	'--font-render-hinting=none',
];

/** How Playwright starts a browser, with flags of its own where a test needs them. */
export const launchOptions = ({ path, env }: Browser, ...more: string[]): LaunchOptions => ({
	executablePath: path,
	args: [...flags, ...more],
	env: { ...(process.env as Record<string, string>), ...env },
});

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = join(root, '.tmp');

const isProgram = (file: string): boolean => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

const onPath = (name: string): string | undefined =>
	(process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find(isProgram);

/** Whether the browser really shows a page here: some machines have only a stub that asks to install one. */
const shows = async (found: Browser): Promise<boolean> => {
	const { chromium } = await import('@playwright/test');
	try {
		const browser = await chromium.launch({ ...launchOptions(found), timeout: 30_000 });
		const page = await browser.newPage();
		await page.setContent('<p>halte</p>');
		const shown = await page.textContent('p');
		await browser.close();
		return shown === 'halte';
	} catch {
		return false;
	}
};

const plain = async (path: string | undefined): Promise<Browser | null> => {
	if (!path || !isProgram(path)) return null;
	const browser = { path, env: {} };
	return (await shows(browser)) ? browser : null;
};

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const systemPlaces = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const fromSystem = async (): Promise<Browser | null> => {
	for (const path of [...systemNames.map(onPath), ...systemPlaces]) {
		const found = await plain(path);
		if (found) return found;
	}
	return null;
};

const fromPlaywright = async (): Promise<Browser | null> => {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return plain(path);
};

/** Fonts for a machine that may have none; the pages bring their own, this is for what falls outside them. */
const fontList = (folder: string, fonts: string): string => {
	const file = join(folder, 'fonts.conf');
	const folders = [fonts, join(root, 'node_modules/@expo-google-fonts'), '/usr/share/fonts'];
	const dirs = folders.map((dir) => `<dir>${dir.replaceAll('&', '&amp;')}</dir>`).join('');
	writeFileSync(
		file,
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}/cache</cachedir></fontconfig>`,
	);
	return file;
};

/** The Chromium that comes as a package (Linux x64): unpacked inside the project, with its own fonts and libraries. */
const fromPackage = async (): Promise<Browser | null> => {
	if (process.platform !== 'linux' || process.arch !== 'x64') return null;
	const folder = join(scratch, 'chromium');
	mkdirSync(folder, { recursive: true });
	const before = process.env['TMPDIR'];
	// The package unpacks into the temporary folder, which may forbid to run programs.
	process.env['TMPDIR'] = folder;
	try {
		const { inflate } = await import('@sparticuz/chromium');
		const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
		const [path, fonts, libraries] = await Promise.all([
			inflate(join(packed, 'chromium.br')),
			inflate(join(packed, 'fonts.tar.br')),
			inflate(join(packed, 'al2023.tar.br')),
			inflate(join(packed, 'swiftshader.tar.br')),
		]);
		const env = { FONTCONFIG_FILE: fontList(folder, fonts) };
		const bare = { path, env };
		if (await shows(bare)) return bare;
		const withLibraries = { path, env: { ...env, LD_LIBRARY_PATH: join(libraries, 'lib') } };
		if (await shows(withLibraries)) return withLibraries;
		// Perhaps an earlier run was stopped while unpacking: the next one begins afresh.
		rmSync(folder, { recursive: true, force: true });
		return null;
	} catch {
		return null;
	} finally {
		if (before === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = before;
	}
};

/** Debian's own package, where we may install one. */
const fromDebian = async (): Promise<Browser | null> => {
	if (process.getuid?.() !== 0 || !onPath('apt-get')) return null;
	console.error('Installing the chromium package of this system for the browser tests …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = async (...args: string[]): Promise<boolean> => {
		const child = spawn('apt-get', ['-qq', '-y', ...args], { env, stdio: ['ignore', 2, 2] });
		const [code] = (await once(child, 'close')) as [number | null];
		return code === 0;
	};
	const isInstalled = (await apt('update')) && (await apt('install', '--no-install-recommends', 'chromium'));
	return isInstalled ? fromSystem() : null;
};

/**
 * Finds a browser for the tests: CHROMIUM_PATH, the packaged one, which is the same everywhere and has no windows to
 * draw, one of the system, Playwright's own, Debian's; throws with one sentence when there is none.
 */
export const findBrowser = async (): Promise<Browser> => {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		const found = await plain(named);
		if (found) return found;
		throw new Error(`CHROMIUM_PATH names ${named}, which does not run as a Chromium or Chrome.`);
	}
	const found =
		(await fromPackage()) ?? (await fromSystem()) ?? (await fromPlaywright()) ?? (await fromDebian());
	if (found) return found;
	throw new Error(
		'No browser was found for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
	);
};

/**
 * Finds a browser that keeps a profile on the disk and shows messages as people's browsers do, which the packaged one does
 * not: CHROMIUM_PATH, one of the system, Debian's; null when there is none here.
 */
export const findProfileBrowser = async (): Promise<Browser | null> => {
	const named = process.env['CHROMIUM_PATH'];
	return named ? plain(named) : ((await fromSystem()) ?? (await fromDebian()));
};

/** The browser found before in this run, handed from process to process by HALTE_BROWSER, or found now. */
export const settleBrowser = async (): Promise<Browser> => {
	const known = process.env['HALTE_BROWSER'];
	if (known) return JSON.parse(known) as Browser;
	const browser = await findBrowser();
	process.env['HALTE_BROWSER'] = JSON.stringify(browser);
	return browser;
};
