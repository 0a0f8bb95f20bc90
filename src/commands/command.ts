import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type pg from 'pg';
import { isCalendarDate } from '#lib/domain/dates.ts';
import type { Settings } from '#lib/server/environment.ts';
import type { Deps } from '#lib/services/ports.ts';

/** What a command may use: the services' outside world, and paths seen from where the person stands. */
export type CommandContext = { deps: Deps; settings: Settings; pool: pg.Pool; path(file: string): string };

/** Arguments after parsing: positional ones in order, and flags (`--on DATE`, `--json`) by name. */
export type Arguments = { words: string[]; flags: Record<string, string | boolean | undefined> };

/** One `halte` command: its usage line, its arguments' form, and what it does; returns the exit code. */
export type Command = {
	usage: string;
	parse(args: string[]): { ok: true; value: Arguments } | { ok: false; why: string };
	run(context: CommandContext, args: Arguments): Promise<number>;
};

/**
 * Describes a command. `words` is how many positional arguments it takes (or how many at least and at most), `flags` which
 * flags (true: takes a value, 'date': a date, a list: one of these words, false: stands alone), `needs` those that must be
 * there; `--json` is always understood.
 */
export const defineCommand = (definition: {
	usage: string;
	words: number | { least: number; most: number };
	flags?: Record<string, boolean | 'date' | readonly string[]>;
	needs?: string[];
	run: Command['run'];
}): Command => ({
	usage: definition.usage,
	parse(args) {
		const options: NonNullable<ParseArgsConfig['options']> = { json: { type: 'boolean' } };
		for (const [name, takesValue] of Object.entries(definition.flags ?? {}))
			options[name] = { type: takesValue === false ? 'boolean' : 'string' };
		try {
			const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
			const { least, most } =
				typeof definition.words === 'number'
					? { least: definition.words, most: definition.words }
					: definition.words;
			if (positionals.length < least || positionals.length > most)
				return {
					ok: false,
					why: `This command takes ${least === most ? least : `${least} to ${most}`} argument(s), ${positionals.length} given.`,
				};
			const missing = definition.needs?.find((name) => values[name] === undefined);
			if (missing) return { ok: false, why: `This command needs --${missing}.` };
			for (const [name, form] of Object.entries(definition.flags ?? {})) {
				const why = whyWrong(form, values[name]);
				if (why) return { ok: false, why: `--${name} should be ${why}` };
			}
			return { ok: true, value: { words: positionals, flags: values as Arguments['flags'] } };
		} catch (error) {
			return { ok: false, why: error instanceof Error ? error.message : String(error) };
		}
	},
	run: definition.run,
});

/** What a flag should have been, where its value is not; null where it is right, or not there. */
const whyWrong = (form: boolean | 'date' | readonly string[], value: unknown): string | null => {
	if (typeof value !== 'string' || typeof form === 'boolean') return null;
	if (form === 'date')
		return isCalendarDate(value)
			? null
			: `a date of the calendar, written as 2026-03-14; "${value}" is none.`;
	return form.includes(value) ? null : `one of: ${form.join(', ')}.`;
};

/** Prints an answer: JSON on standard output with `--json`, else the readable lines. */
export const answer = (args: Arguments, value: unknown, lines: string[]): void => {
	process.stdout.write(args.flags['json'] ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
};

/** Says on standard error how a command is used; returns exit code 2. */
export const wrongUsage = (why: string): number => {
	process.stderr.write(`${why}\n`);
	return 2;
};

/** Takes what goes by names and a word that somebody typed, and returns what goes by it; nothing that every object has. */
export const namedIn = <Named>(table: Record<string, Named>, word: string): Named | undefined =>
	Object.hasOwn(table, word) ? table[word] : undefined;

/** Takes the usage of a command and returns the line that shows how it is called. */
export const usageLine = (usage: string): string => `usage: npm run --silent halte -- ${usage}`;

/** Says on standard error that a command knows no such word, or not with what stands beside it; returns exit code 2. */
export const wrongWord = (usage: string, word: string): number =>
	wrongUsage(`"${word}" is not understood here, or not with what stands beside it.\n${usageLine(usage)}`);

/** Says on standard error why something was refused; returns exit code 1. */
export const refused = (why: string): number => {
	process.stderr.write(`${why}\n`);
	return 1;
};
