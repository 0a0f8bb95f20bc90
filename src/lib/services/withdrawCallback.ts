import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { readFollowCode } from '#lib/domain/followCode.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { setNextTry } from './callbackQueue.ts';
import type { Deps, Tx } from './ports.ts';
import type { Callback, CallbackAsk } from './ports/callbacks.ts';

/**
 * Takes the code of a request and takes that time of asking back. The request itself ends with the last of them, so that
 * a stranger's code never cancels what the person asked. Done twice it is done once; refuses `unknown_code` and
 * `already_closed`.
 */
export const withdrawCallback = (
	deps: Deps,
	actor: Actor,
	typed: string,
	rules: CallbackRules = callbackRules,
): Promise<Result<undefined, 'unknown_code' | 'already_closed'>> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const code = readFollowCode(typed);
		const found = code && (await tx.callbacks.lockByCode(code));
		if (!found) return refuse('unknown_code');
		const { callback, ask } = found;
		if (ask.withdrawnAt) return ok();
		if (callback.closedAt) return refuse('already_closed');
		await takeBack(tx, rules, actor, found, at);
		return ok();
	});

/** Takes back one time of asking, locked by the caller; the request ends with the last of them. */
export async function takeBack(
	tx: Tx,
	rules: CallbackRules,
	actor: Actor,
	{ callback, ask }: { callback: Callback; ask: CallbackAsk },
	at: Date,
): Promise<void> {
	await tx.callbacks.changeAsk(ask.code, { withdrawnAt: at });
	const codes = { request: callback.code };
	await tx.journal.write([{ actor, action: 'callback_withdrawn', dossier: callback.dossier, codes }], at);
	if ((await tx.callbacks.asks(callback.id)).length > 0) {
		if (!callback.handedOnAt) await setNextTry(tx, rules, callback, at);
		return;
	}
	await tx.callbacks.change(callback.id, { closedAt: at, outcome: 'withdrawn', claimedUntil: null });
	await tx.tasks.settle('callback_not_reached', [callback.code], at);
}
