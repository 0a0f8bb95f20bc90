import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { readFollowCode } from '#lib/domain/followCode.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { pickWindow, setNextTry, windowsOfOffice } from './callbackQueue.ts';
import type { WindowReason, WindowRefusal } from './callbackQueue.ts';
import type { Deps, Tx } from './ports.ts';
import type { Callback, CallbackAsk } from './ports/callbacks.ts';

/**
 * Takes the code of a request and the beginning of another window and promises that one instead; the place in it is by
 * when the person first asked. Refuses `unknown_code`, `already_closed`, and a window
 * with a reason and the windows to pick from.
 */
export const moveCallback = (
	deps: Deps,
	actor: Actor,
	{ code: typed, windowStart }: { code: string; windowStart: Date },
	rules: CallbackRules = callbackRules,
): Promise<Result<undefined, 'unknown_code' | 'already_closed' | WindowReason, WindowRefusal>> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const code = readFollowCode(typed);
		const found = code && (await tx.callbacks.lockByCode(code));
		if (!found) return refuse('unknown_code', { windows: [] });
		const { callback, ask } = found;
		if (callback.closedAt || ask.withdrawnAt) return refuse('already_closed', { windows: [] });
		if (+ask.window.start === +windowStart && !callback.handedOnAt) return ok();
		const ofOffice = await windowsOfOffice(tx, rules, callback.office, at);
		const suits = ofOffice === 'unknown_office' ? () => true : ofOffice;
		const picked = await pickWindow(tx, rules, windowStart, suits, at);
		if (!picked.ok) return picked;
		await moveAsk(tx, rules, actor, { callback, ask }, picked.value, at);
		return ok();
	});

/** Gives one time of asking, locked by the caller, another window, which the caller picked; the next try follows it. */
export async function moveAsk(
	tx: Tx,
	rules: CallbackRules,
	actor: Actor,
	{ callback, ask }: { callback: Callback; ask: CallbackAsk },
	window: CallbackWindow,
	at: Date,
): Promise<void> {
	await tx.callbacks.changeAsk(ask.code, { window });
	await setNextTry(tx, rules, callback, at);
	const codes = { request: callback.code };
	await tx.journal.write([{ actor, action: 'callback_moved', dossier: callback.dossier, codes }], at);
}
