import type { Attempt, CallbackOutcome, CallbackTopic, CallbackWay } from '#lib/domain/callback.ts';
import { wasReached } from '#lib/domain/callback.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { offeredWindows } from '#lib/domain/callbackWindows.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { readFollowCode } from '#lib/domain/followCode.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { windowsOfOffice } from './callbackQueue.ts';
import type { Deps } from './ports.ts';
import type { Callback, CallbackAsk } from './ports/callbacks.ts';

/**
 * Where a request stands, for who holds its code: it waits for its window, its window is now, its window passed without
 * a try (`late`), it was tried in vain and will be again, somebody has it in hand, an experienced person decides, or it
 * was closed, or taken back.
 */
export type CallbackState =
	'waiting' | 'now' | 'late' | 'again' | 'in_hand' | 'handed_on' | 'closed' | 'withdrawn';

/** What the code of a request shows: nothing of who asked, and nothing from before this time of asking. */
export type CallbackFollowed = {
	code: string;
	state: CallbackState;
	topic: CallbackTopic;
	way: CallbackWay;
	/** The office of a visit to a counter. */
	office: string | null;
	/** The window promised, or after a try in vain that of the next one. */
	window: CallbackWindow;
	/** The place in that window, 1 is next; null when it is not in the queue. */
	place: number | null;
	attempts: Attempt[];
	/** How many tries at different hours there are at most. */
	mostAttempts: number;
	outcome: CallbackOutcome | null;
	/** Other windows to pick from; none when it is too late to change. */
	windows: CallbackWindow[];
};

/** Takes a code as typed and says where that request stands; refuses `unknown_code`. */
export const followCallback = (
	deps: Deps,
	_actor: Actor,
	typed: string,
	rules: CallbackRules = callbackRules,
): Promise<Result<CallbackFollowed, 'unknown_code'>> =>
	deps.store.transact(async (tx) => {
		const code = readFollowCode(typed);
		const found = code && (await tx.callbacks.find(code));
		if (!found) return refuse('unknown_code');
		const { callback, ask } = found;
		const now = deps.now();
		const attempts = (await tx.callbacks.attempts(callback.id)).filter(
			({ at }) => at >= ask.askedAt && at >= callback.roundFrom,
		);
		const state = stateOf(callback, ask, attempts, now);
		const over = state === 'closed' || state === 'withdrawn';
		const window = state === 'again' ? callback.window : ask.window;
		const load = over ? new Map<number, number>() : await tx.callbacks.load(now);
		const suits = await windowsOfOffice(tx, rules, callback.office, now);
		return ok({
			code: ask.code,
			state,
			topic: callback.topic,
			way: callback.way,
			office: callback.office,
			window,
			place: over || state === 'handed_on' ? null : await tx.callbacks.place({ ...ask, window }, now),
			attempts,
			mostAttempts: rules.attempts,
			outcome: callback.outcome,
			windows: over
				? []
				: offeredWindows(rules, now, load).filter(
						(each) => +each.start !== +ask.window.start && (suits === 'unknown_office' || suits(each)),
					),
		});
	});

function stateOf(callback: Callback, ask: CallbackAsk, attempts: Attempt[], now: Date): CallbackState {
	if (ask.withdrawnAt) return 'withdrawn';
	if (callback.closedAt) return 'closed';
	if (callback.handedOnAt) return 'handed_on';
	if (wasReached(attempts)) return 'in_hand';
	if (callback.claimedUntil && callback.claimedUntil > now && ask.window.start <= now) return 'in_hand';
	if (attempts.some(({ at }) => at >= ask.window.start)) return 'again';
	if (now >= ask.window.end) return 'late';
	return now >= ask.window.start ? 'now' : 'waiting';
}
