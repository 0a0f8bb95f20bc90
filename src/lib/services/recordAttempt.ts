import { whyNoAttempt } from '#lib/domain/callback.ts';
import type { AttemptRefusal, AttemptResult } from '#lib/domain/callback.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { differentHours } from '#lib/domain/callbackWindows.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { readFollowCode } from '#lib/domain/followCode.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { setNextTry } from './callbackQueue.ts';
import type { Deps } from './ports.ts';

/** What became of a request after a try: how many tries there were, at how many different hours, and what comes next. */
export type AttemptRecorded = {
	code: string;
	attempts: number;
	differentHours: number;
	state: 'in_hand' | 'in_queue' | 'handed_on';
	window: CallbackWindow;
};

/**
 * Takes the code of a request and what a try came to, and writes it down. After a try in vain the request goes back into
 * the queue, at another hour; after the last of them it becomes a task for an experienced person. Refuses as
 * {@link whyNoAttempt}, and `unknown_code` and `already_closed`.
 */
export const recordAttempt = (
	deps: Deps,
	actor: Actor,
	{ code: typed, result, by }: { code: string; result: AttemptResult; by: string },
	rules: CallbackRules = callbackRules,
): Promise<Result<AttemptRecorded, 'unknown_code' | 'already_closed' | AttemptRefusal>> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const code = readFollowCode(typed);
		const found = code && (await tx.callbacks.lockByCode(code));
		if (!found) return refuse('unknown_code');
		const { callback } = found;
		if (callback.closedAt) return refuse('already_closed');
		const before = await tx.callbacks.attempts(callback.id);
		const round = before.filter((attempt) => attempt.at >= callback.roundFrom);
		const why = whyNoAttempt(callback, round, by, at);
		if (why) return refuse(why);
		await tx.callbacks.addAttempt(callback.id, { at, result }, by);
		const codes = { request: callback.code, result };
		await tx.journal.write([{ actor, action: 'callback_tried', dossier: callback.dossier, codes }], at);
		// Who was reached stays in the agent's hand until it is closed.
		if (result !== 'reached') {
			await tx.callbacks.change(callback.id, { claimedBy: null, claimedUntil: null });
			await setNextTry(tx, rules, callback, at);
		}
		const after = (await tx.callbacks.find(callback.code))?.callback ?? callback;
		const attempts = await tx.callbacks.attempts(callback.id);
		return ok({
			code: callback.code,
			attempts: attempts.length,
			differentHours: differentHours(attempts.map((attempt) => attempt.at)),
			state: after.handedOnAt ? 'handed_on' : result === 'reached' ? 'in_hand' : 'in_queue',
			window: after.window,
		});
	});
