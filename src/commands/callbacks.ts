import { attemptResults, callbackOutcomes } from '#lib/domain/callback.ts';
import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import { operator } from '#lib/services/actor.ts';
import { claimCallback } from '#lib/services/claimCallback.ts';
import type { CallbackClaimed } from '#lib/services/claimCallback.ts';
import { closeCallback } from '#lib/services/closeCallback.ts';
import { listCallbacks } from '#lib/services/listCallbacks.ts';
import { recordAttempt } from '#lib/services/recordAttempt.ts';
import { answer, defineCommand, namedIn, refused, wrongUsage, wrongWord } from './command.ts';
import type { Arguments, CommandContext } from './command.ts';
import { textFlag } from './textFlag.ts';

const reasons = {
	unknown_code: 'unknown_code: no request has this code.',
	already_closed: 'already_closed: this request was closed before.',
	handed_on:
		'handed_on: all tries were made. An experienced person decides: callbacks close CODE --outcome O.',
	not_claimed: 'not_claimed: nobody has this request in hand. Take it first: callbacks claim.',
	held_by_other: 'held_by_other: somebody else has this request in hand; --by says who you are.',
	already_reached:
		'already_reached: this person was spoken with. Close the request: callbacks close CODE --outcome O.',
	queue_empty: 'queue_empty: nobody waits for a call, or others hold every request.',
	tries_left: 'tries_left: it may end unreached only after three tries at different hours.',
};

const usage =
	'callbacks list | claim [--by AGENT] | attempt CODE --result R [--by AGENT] | close CODE --outcome O [--json]';

/** The flags of each word; one that belongs to another word would do nothing, and so is wrong usage. */
const flagsOf: Record<string, readonly string[]> = {
	claim: ['by'],
	attempt: ['result', 'by'],
	close: ['outcome'],
};

/** Whose hand a request is in where nobody is named. */
const byDefault = 'operator';

/** `halte callbacks`: the queue of those who asked to be called. */
export const callbacks = defineCommand({
	usage,
	words: { least: 1, most: 2 },
	flags: { by: true, result: true, outcome: true },
	run(context, args) {
		const [word = '', ...rest] = args.words;
		const does = namedIn({ list, claim, attempt, close }, word);
		const takesCode = word === 'attempt' || word === 'close';
		const foreign = Object.keys(args.flags).some(
			(flag) => flag !== 'json' && !(namedIn(flagsOf, word) ?? []).includes(flag),
		);
		if (!does || rest.length !== (takesCode ? 1 : 0) || foreign)
			return Promise.resolve(wrongWord(usage, word));
		if (textFlag(args, 'by')?.trim() === '')
			return Promise.resolve(wrongUsage('--by should be the name of an agent.'));
		return does(context, args);
	},
});

const when = ({ start, end }: CallbackWindow): string => {
	const { date, time } = brusselsClock(start);
	return `${date} ${time}-${brusselsClock(end).time}`;
};

const shown = <Each extends { code: string }>(each: Each): Each => ({
	...each,
	code: showFollowCode(each.code),
});

async function list({ deps }: CommandContext, args: Arguments): Promise<number> {
	const { value: queue } = await listCallbacks(deps, operator);
	answer(args, queue.map(shown), [
		`${queue.length} open`,
		...queue.map(
			({ code, window, state, topic, language, way, attempts }) =>
				`${showFollowCode(code)}  ${when(window)}  ${state}  ${topic}  ${language}  ${way}  ${attempts} tried`,
		),
	]);
	return 0;
}

async function claim({ deps }: CommandContext, args: Arguments): Promise<number> {
	const claimed = await claimCallback(deps, operator, { by: textFlag(args, 'by') ?? byDefault });
	if (!claimed.ok)
		return refused(
			claimed.reason === 'no_window_yet' ? noWindowYet(claimed.begins) : reasons[claimed.reason],
		);
	const codes = claimed.value.codes.map(showFollowCode);
	answer(args, { ...shown(claimed.value), codes }, linesOf({ ...claimed.value, codes }));
	return 0;
}

const noWindowYet = (begins: Date): string => {
	const { date, time } = brusselsClock(begins);
	return `no_window_yet: nobody is to be called before ${date} ${time}, when the next window begins.`;
};

/** Takes what was claimed, its codes as they are said. */
const linesOf = (claimed: CallbackClaimed): string[] => {
	const { contact, otherPerson, pickUp, maySayWho, window, claimedUntil, attempts } = claimed;
	const number = contact?.kind === 'phone' ? showPhoneNumber(contact.value) : contact?.value;
	return [
		`${showFollowCode(claimed.code)}  ${when(window)}  ${claimed.topic}  ${claimed.language}  ${claimed.way}`,
		...(claimed.codes.length > 1
			? [`asked more than once; the person may hold any of: ${claimed.codes.join(', ')}`]
			: []),
		`reach: ${number ?? claimed.office ?? 'nobody'}`,
		pickUp === 'only_me' ? 'only the person may pick up' : `may also pick up: ${otherPerson ?? 'anybody'}`,
		maySayWho ? 'you may say who is calling' : 'do not say who is calling to anybody else',
		...attempts.map(
			({ at, result }) => `tried ${brusselsClock(at).date} ${brusselsClock(at).time}: ${result}`,
		),
		`yours until ${brusselsClock(claimedUntil).time}`,
	];
};

async function attempt({ deps }: CommandContext, args: Arguments): Promise<number> {
	const result = attemptResults.find((each) => each === textFlag(args, 'result'));
	if (!result) return wrongUsage(`--result should be one of: ${attemptResults.join(', ')}.`);
	const wish = { code: args.words[1] ?? '', result, by: textFlag(args, 'by') ?? byDefault };
	const recorded = await recordAttempt(deps, operator, wish);
	if (!recorded.ok) return refused(reasons[recorded.reason]);
	const { code, attempts, differentHours, state, window } = recorded.value;
	answer(args, shown(recorded.value), [
		`${showFollowCode(code)}: ${attempts} tried, at ${differentHours} different hours, ${state}`,
		...(state === 'in_queue' ? [`next try ${when(window)}`] : []),
	]);
	return 0;
}

async function close({ deps }: CommandContext, args: Arguments): Promise<number> {
	const outcome = callbackOutcomes.find((each) => each === textFlag(args, 'outcome'));
	if (!outcome) return wrongUsage(`--outcome should be one of: ${callbackOutcomes.join(', ')}.`);
	const closed = await closeCallback(deps, operator, { code: args.words[1] ?? '', outcome });
	if (!closed.ok) return refused(reasons[closed.reason]);
	answer(args, shown(closed.value), [`${showFollowCode(closed.value.code)}: ${outcome}`]);
	return 0;
}
