import { resolve } from 'node:path';
import { readSettings } from '#lib/server/environment.ts';
import { createDeps } from '#lib/server/deps.ts';
import { whatHappened } from '#lib/server/observe/whatHappened.ts';
import { openHalte } from '#lib/server/open.ts';
import { withSettingsLeft } from '#lib/server/settingsLeft.ts';
import { namedIn, usageLine } from './command.ts';
import type { Command } from './command.ts';

/** Each command is loaded only when it is asked for. */
const commands: Record<string, () => Promise<Command>> = {
	confirm: async () => (await import('./confirm.ts')).confirm,
	dossier: async () => (await import('./dossier.ts')).dossier,
	step: async () => (await import('./step.ts')).step,
	suspend: async () => (await import('./suspend.ts')).suspend,
	close: async () => (await import('./close.ts')).close,
	demo: async () => (await import('./demo.ts')).demo,
	letter: async () => (await import('./letter.ts')).letter,
	export: async () => (await import('./export.ts')).exportCommand,
	check: async () => (await import('./check.ts')).check,
	intake: async () => (await import('./intake.ts')).intake,
	offices: async () => (await import('./offices.ts')).offices,
	callbacks: async () => (await import('./callbacks.ts')).callbacks,
	complaints: async () => (await import('./complaints.ts')).complaints,
	attendance: async () => (await import('./attendance.ts')).attendance,
	messages: async () => (await import('./messages.ts')).messages,
	revoke: async () => (await import('./revoke.ts')).revoke,
	keys: async () => (await import('./keys.ts')).keys,
	offer: async () => (await import('./offer.ts')).offer,
	verify: async () => (await import('./verify.ts')).verify,
};

const usage = () => `${usageLine('<command>')}\ncommands: ${Object.keys(commands).join(', ')}\n`;

const run = async (): Promise<number> => {
	const [name = '', ...args] = process.argv.slice(2);
	if (name === '--help') {
		process.stdout.write(usage());
		return 0;
	}
	const load = namedIn(commands, name);
	if (!load) {
		process.stderr.write(`${name ? `There is no command "${name}".` : 'Name a command.'}\n${usage()}`);
		return 2;
	}
	const command = await load();
	if (args.includes('--help')) {
		process.stdout.write(`${usageLine(command.usage)}\n`);
		return 0;
	}
	const parsed = command.parse(args);
	if (!parsed.ok) {
		process.stderr.write(`${parsed.why}\n${usageLine(command.usage)}\n`);
		return 2;
	}
	// npm runs scripts in the project's folder; files are named from where the person stands.
	const standing = process.env['INIT_CWD'] ?? process.cwd();
	process.chdir(process.env['HALTE_ROOT'] ?? process.cwd());
	const settings = withSettingsLeft(readSettings(process.env), process.env);
	const opened = await openHalte(settings, { connections: 4 });
	// In a mistyped folder everything is in order, and nobody is there.
	if (opened.isNew)
		process.stderr.write(`There was no Halte in ${resolve(settings.dataDir)} yet: this is a new one.\n`);
	try {
		const deps = createDeps(opened.pool, opened.keys);
		return await command.run(
			{ deps, settings, pool: opened.pool, path: (file) => resolve(standing, file) },
			parsed.value,
		);
	} finally {
		await opened.close();
	}
};

try {
	process.exitCode = await run();
} catch (error) {
	process.stderr.write(`${whatHappened(error)}\n`);
	process.exitCode = 1;
}
