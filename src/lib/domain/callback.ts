import { languages } from './languages.ts';
import type { CallbackRules } from './callbackRules.ts';
import { windowForNextTry } from './callbackWindows.ts';
import type { CallbackWindow } from './callbackWindows.ts';

/** What a call is about. A closed list without facts of a case: those are told once, to the person who calls. */
export const callbackTopics = [
	'letter',
	'pathway',
	'deadline',
	'office',
	'course',
	'attestation',
	'sign_in',
	'other',
] as const;
/** One topic, as a code. */
export type CallbackTopic = (typeof callbackTopics)[number];

/** How the person wants to be reached. */
export const callbackWays = ['phone', 'email', 'video_sign_language', 'counter'] as const;
/** One way, as a code. */
export type CallbackWay = (typeof callbackWays)[number];

/** The sign languages in use here, by ISO 639-3: of French-speaking Belgium, Flemish, and International Sign. */
export const signLanguages = ['sfb', 'vgt', 'ils'] as const;

/** Languages that Halte does not speak itself but for which an interpreter is looked for (BCP 47). */
export const interpreterLanguages = [
	'so',
	'ro',
	'pl',
	'bg',
	'sq',
	'ku',
	'ckb',
	'ur',
	'hi',
	'bo',
	'zgh',
] as const;

/** Every language that a person may ask to be called in; `other` when none of them is theirs. */
export const callbackLanguages = [...languages, ...interpreterLanguages, ...signLanguages, 'other'] as const;
/** One of these languages. */
export type CallbackLanguage = (typeof callbackLanguages)[number];

/** Who may pick up. */
export const pickUps = ['only_me', 'someone_else'] as const;
/** Who may pick up, as a code. */
export type PickUp = (typeof pickUps)[number];

/** The longest name that somebody else may pick up under. */
export const mostNameLetters = 60;

/** What a try came to. */
export const attemptResults = [
	'reached',
	'no_answer',
	'busy',
	'voicemail',
	'someone_else_answered',
	'no_show',
	'wrong_contact',
] as const;
/** What a try came to, as a code. */
export type AttemptResult = (typeof attemptResults)[number];

/** How a request ended. `not_reached` is only for one that an experienced person has had in hand. */
export const callbackOutcomes = [
	'helped',
	'handed_to_commune',
	'handed_to_office',
	'came_to_counter',
	'wrote_letter',
	'not_reached',
	'withdrawn',
] as const;
/** How a request ended, as a code. */
export type CallbackOutcome = (typeof callbackOutcomes)[number];

/** One try to reach the person. */
export type Attempt = { at: Date; result: AttemptResult };

/** Where a request stands: to be tried in a window, or for an experienced person to decide. */
export type NextTry = { kind: 'in_window'; window: CallbackWindow } | { kind: 'handed_on' };

/**
 * Takes the rules, the windows promised, the tries of this round and the present instant, and says what comes next. A
 * promised window in which nobody tried yet comes first, also when it has passed; after a try in vain a window at another
 * hour; after the last of the tries, or one that showed the number to be wrong, an experienced person. It never just ends.
 */
export function nextTry(
	rules: CallbackRules,
	promised: readonly CallbackWindow[],
	attempts: readonly Attempt[],
	now: Date,
): NextTry {
	const missed = attempts.filter(({ result }) => result !== 'reached').map(({ at }) => at);
	if (attempts.at(-1)?.result === 'wrong_contact' || missed.length >= rules.attempts)
		return { kind: 'handed_on' };
	const untried = promised.filter((window) => !attempts.some(({ at }) => at >= window.start));
	const again = missed.length > 0 || untried.length === 0 ? windowForNextTry(rules, missed, now) : null;
	const [window] = [...untried, ...(again ? [again] : [])].sort((one, other) => +one.start - +other.start);
	return window ? { kind: 'in_window', window } : { kind: 'handed_on' };
}

/** Why a try is not written down: it was not this agent's to make, or there was none left to make. */
export type AttemptRefusal = 'handed_on' | 'not_claimed' | 'held_by_other' | 'already_reached';

/**
 * Takes who holds a request, the tries of this round, who made another one and the present instant, and says why it is not
 * taken; null where it is. Whoever had it in hand last may write down a try after their time ran out, while nobody else took
 * it since.
 */
export function whyNoAttempt(
	held: { handedOnAt: Date | null; claimedBy: string | null; claimedUntil: Date | null },
	attempts: readonly Attempt[],
	by: string,
	now: Date,
): AttemptRefusal | null {
	if (held.handedOnAt) return 'handed_on';
	if (wasReached(attempts)) return 'already_reached';
	if (held.claimedBy === by) return null;
	return held.claimedUntil !== null && held.claimedUntil > now ? 'held_by_other' : 'not_claimed';
}

/** Takes the tries of a round and says whether the person was spoken with: then only the outcome is left to write down. */
export const wasReached = (attempts: readonly Attempt[]): boolean =>
	attempts.some(({ result }) => result === 'reached');
