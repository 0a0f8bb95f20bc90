import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const sources = [
	'src/**/*',
	'messages/**/*',
	'project.inlang/settings.json',
	'static/*',
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

const run = (root: string, args: string[]): void => {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
	if (status === 0) return;
	process.stderr.write(stdout + stderr);
	throw new Error(`The build stopped at: ${args.slice(-3).join(' ')}`);
};

/** Compiles the messages only: enough for the commands, which need no pages. */
export const compileMessages = (root: string): void =>
	run(root, [
		join(root, 'node_modules/@inlang/paraglide-js/bin/run.js'),
		...['compile', '--project', './project.inlang', '--outdir', './src/lib/paraglide', '--silent'],
		...['--strategy', 'baseLocale'],
	]);

/** Compiles the messages when one changed since last time: what a command needs to print in a person's language. */
export const compileMessagesIfChanged = (root: string): void => {
	const stamp = join(root, 'node_modules', '.halte-messages');
	const now = hashOf(root, ['messages/**/*', 'project.inlang/settings.json', 'package-lock.json']);
	const compiled = existsSync(join(root, 'src/lib/paraglide/messages.js'));
	if (compiled && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
	compileMessages(root);
	writeFileSync(stamp, now);
};

/** Builds fonts, scripts and pages when a source changed since the last build; says so on standard error. */
export const buildIfChanged = (root: string): void => {
	const stamp = join(root, 'build', '.halte-sources');
	const now = hashOf(root, sources);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
	console.error('Building the pages (about half a minute, when the sources changed) …');
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	run(root, [join(root, 'scripts/fonts.ts')]);
	run(root, [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync']);
	run(root, [vite, 'build', '--config', 'vite.scripts.config.ts', '--logLevel', 'warn']);
	run(root, [vite, 'build', '--logLevel', 'warn']);
	writeFileSync(stamp, now);
};
