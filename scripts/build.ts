import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
	existsSync,
	globSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

const sources = [
	'src/**/*',
	'messages/**/*',
	'project.inlang/settings.json',
	'static/{,icons/}*',
	'package-lock.json',
	'*.config.{js,ts}',
	'scripts/{build,fonts}.ts',
];

/** What the build makes among the sources. */
const generated = [join('src', 'lib', 'paraglide'), join('src', 'lib', 'ui', 'fonts')];

const hashOf = (root: string, sources: string[]): string => {
	const hash = createHash('sha256');
	const files = globSync(sources, { cwd: root, withFileTypes: true })
		.filter((entry) => entry.isFile() && !generated.some((folder) => entry.parentPath.includes(folder)))
		.map((entry) => join(entry.parentPath, entry.name))
		.toSorted();
	for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
	return hash.digest('hex');
};

const run = (root: string, args: string[], env: Record<string, string> = {}): void => {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	if (status === 0) return;
	process.stderr.write(stdout + stderr);
	throw new Error(`The build stopped at: ${args.slice(-3).join(' ')}`);
};

/**
 * Compiles the messages when one changed since last time: what pages, commands and tests say is read from there. One file
 * a language: Node reads a dozen files sooner than one for each message, and the pages need no smaller parts of them.
 */
export const compileMessagesIfChanged = (root: string): void => {
	const folder = join(root, 'src/lib/paraglide');
	const stamp = join(folder, '.sources');
	const now = hashOf(root, [
		...['messages/**/*', 'project.inlang/settings.json', 'package-lock.json', 'scripts/build.ts'],
	]);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
	// Not among the sources: what a stopped compiler leaves there would be read as one of them.
	const unfinished = join(root, '.tmp', `messages.${process.pid}`);
	run(root, [
		join(root, 'node_modules/@inlang/paraglide-js/bin/run.js'),
		...['compile', '--project', './project.inlang', '--outdir', unfinished, '--silent'],
		// The address decides the language (`/fr/…`); hooks.server.ts hands it over for each request.
		...['--strategy', 'baseLocale', '--output-structure', 'locale-modules'],
	]);
	writeFileSync(join(unfinished, '.sources'), now);
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
};

/** How many builds stay: one that serves still needs its files while the next is made and tried. */
const buildsKept = 3;

const removeOldBuilds = (folder: string): void => {
	const builds = readdirSync(folder)
		.map((name) => join(folder, name))
		.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
	for (const build of builds.slice(buildsKept)) rmSync(build, { recursive: true, force: true });
};

/**
 * Builds fonts, scripts and pages when there is no build of these sources yet, and says so on standard error. Returns
 * its folder. Each build has its own, named after its sources and there only when it is whole: a Halte that serves never
 * loses its files under its feet.
 */
export const buildIfChanged = (root: string): string => {
	const folder = join(root, 'build');
	const made = join(folder, hashOf(root, sources).slice(0, 16));
	if (existsSync(made)) return made;
	console.error('Building the pages (about half a minute, when the sources changed) …');
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const unfinished = `${made}.${process.pid}`;
	run(root, [join(root, 'scripts/fonts.ts')]);
	run(root, [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync']);
	run(root, [vite, 'build', '--config', 'vite.scripts.config.ts', '--logLevel', 'warn']);
	run(root, [vite, 'build', '--logLevel', 'warn'], { HALTE_BUILD: unfinished });
	if (existsSync(made)) rmSync(unfinished, { recursive: true });
	else renameSync(unfinished, made);
	removeOldBuilds(folder);
	return made;
};
