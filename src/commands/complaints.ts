import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { operator } from '#lib/services/actor.ts';
import { answerComplaint, listComplaints, openComplaint } from '#lib/services/readComplaints.ts';
import { answer, defineCommand, namedIn, refused, wrongWord } from './command.ts';
import type { Arguments, CommandContext } from './command.ts';

const unknown = 'unknown_code: no complaint has this code.';
const usage = 'complaints list | show CODE | answered CODE [--json]';

/** `halte complaints`: what went wrong, for those who answer. */
export const complaints = defineCommand({
	usage,
	words: { least: 1, most: 2 },
	run(context, args) {
		const [word = '', ...rest] = args.words;
		const does = namedIn({ list, show, answered }, word);
		if (!does || rest.length !== (word === 'list' ? 0 : 1)) return Promise.resolve(wrongWord(usage, word));
		return does(context, args);
	},
});

async function list({ deps }: CommandContext, args: Arguments): Promise<number> {
	const { value: open } = await listComplaints(deps, operator);
	answer(
		args,
		open.map((each) => ({ ...each, code: showFollowCode(each.code) })),
		[
			`${open.length} to answer`,
			...open.map(
				({ code, subject, service, commune, openedAt, answerBy }) =>
					`${showFollowCode(code)}  since ${brusselsToday(openedAt)}, answer by ${answerBy}  ${subject}  ${service}${commune ? ` ${commune}` : ''}`,
			),
		],
	);
	return 0;
}

async function show({ deps }: CommandContext, args: Arguments): Promise<number> {
	const opened = await openComplaint(deps, operator, args.words[1] ?? '');
	if (!opened.ok) return refused(unknown);
	const { code, subject, service, commune, office, language, words, contact } = opened.value;
	answer(args, { ...opened.value, code: showFollowCode(code) }, [
		`${showFollowCode(code)}  ${subject}  ${service}  ${commune ?? ''} ${office ?? ''}  ${language}`,
		words ?? 'nothing in their own words',
		contact ? `answer to: ${contact.value}` : 'no way to answer was given',
	]);
	return 0;
}

async function answered({ deps }: CommandContext, args: Arguments): Promise<number> {
	const done = await answerComplaint(deps, operator, args.words[1] ?? '');
	if (!done.ok) return refused(unknown);
	answer(args, { code: args.words[1], answered: true }, [`${args.words[1]}: answered`]);
	return 0;
}
