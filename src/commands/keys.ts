import { operator } from '#lib/services/actor.ts';
import { publishKeys } from '#lib/services/publishKeys.ts';
import { rotateKeys } from '#lib/services/rotateKeys.ts';
import { answer, defineCommand, namedIn, wrongWord } from './command.ts';
import type { Arguments, CommandContext } from './command.ts';

const usage = 'keys list | rotate [--all] [--json]';

/** `halte keys`: the keys by which communes and offices sign. */
export const keys = defineCommand({
	usage,
	words: 1,
	flags: { all: false },
	run(context, args) {
		const [word = ''] = args.words;
		const does = namedIn({ list, rotate }, word);
		if (!does || (args.flags['all'] && does !== rotate)) return Promise.resolve(wrongWord(usage, word));
		return does(context, args);
	},
});

async function list({ deps }: CommandContext, args: Arguments): Promise<number> {
	const known = await publishKeys(deps);
	answer(
		args,
		known,
		known.map(
			({ kid, issuer, from, until }) => `${kid} ${issuer} from ${from}${until ? ` until ${until}` : ''}`,
		),
	);
	return 0;
}

async function rotate({ deps }: CommandContext, args: Arguments): Promise<number> {
	const { value } = await rotateKeys(deps, operator, { all: args.flags['all'] === true });
	answer(args, value, [
		...value.rotated.map(({ issuer, ended, kid }) => `${issuer}: ${ended} ended, ${kid} signs`),
		`${value.rotated.length} of ${value.signing} keys rotated`,
	]);
	return 0;
}
