import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import { operator } from '#lib/services/actor.ts';
import { postLetters } from '#lib/services/postLetters.ts';
import { listUndelivered, tellMessage } from '#lib/services/undeliveredMessages.ts';
import { answer, defineCommand, namedIn, refused, wrongWord } from './command.ts';
import type { Arguments, CommandContext } from './command.ts';

const usage = 'messages list | told MESSAGE | posted DAY [--json]';

/** `halte messages`: what reached nobody, for those who ring, write or say it at the counter; and letters posted. */
export const messages = defineCommand({
	usage,
	words: { least: 1, most: 2 },
	run(context, args) {
		const [word = '', ...rest] = args.words;
		const does = namedIn({ list, told, posted }, word);
		if (!does || rest.length !== (word === 'list' ? 0 : 1)) return Promise.resolve(wrongWord(usage, word));
		return does(context, args);
	},
});

async function list({ deps }: CommandContext, args: Arguments): Promise<number> {
	const { value: undelivered } = await listUndelivered(deps, operator);
	const said = undelivered.map(({ id, dossier, kind, session, writtenAt, tried, reason }) => ({
		...{ message: id, dossier, kind, session, writtenAt, tried, reason },
	}));
	answer(args, said, [
		`${said.length} to tell`,
		...said.map(({ message, dossier, kind, session, writtenAt, tried }) => {
			const { date, time } = brusselsClock(writtenAt);
			const by = tried.length > 0 ? `tried ${tried.join(', ')}` : 'not tried';
			return `${message}  ${dossier}  ${kind}  ${session ?? ''}  written ${date} ${time}  ${by}`;
		}),
	]);
	return 0;
}

async function told({ deps }: CommandContext, args: Arguments): Promise<number> {
	const [, message = ''] = args.words;
	const done = await tellMessage(deps, operator, { message });
	if (!done.ok) return refused('unknown_message: no message with this id waits for a person.');
	answer(args, { message, told: true }, [`${message}: told`]);
	return 0;
}

async function posted({ deps }: CommandContext, args: Arguments): Promise<number> {
	const [, day = ''] = args.words;
	const done = await postLetters(deps, operator, { day });
	if (!done.ok) return refused('wrong_date: give the day of the folder of letters, as 2027-01-11.');
	answer(args, { day, ...done.value }, [`${done.value.posted} letters of ${day}: posted`]);
	return 0;
}
