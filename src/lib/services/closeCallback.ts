import type { CallbackOutcome } from '#lib/domain/callback.ts';
import { readFollowCode } from '#lib/domain/followCode.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';

/**
 * Takes the code of a request and how it ended, and closes it. Nobody was reached is an end only once the tries are used
 * up. Closing it again in the same way changes nothing. Refuses `unknown_code`, `already_closed` and `tries_left`.
 */
export const closeCallback = (
	deps: Deps,
	actor: Actor,
	{ code: typed, outcome }: { code: string; outcome: CallbackOutcome },
): Promise<
	Result<{ code: string; outcome: CallbackOutcome }, 'unknown_code' | 'already_closed' | 'tries_left'>
> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const read = readFollowCode(typed);
		const found = read && (await tx.callbacks.lockByCode(read));
		if (!found) return refuse('unknown_code');
		const { id, code, dossier, closedAt, handedOnAt, outcome: before } = found.callback;
		if (closedAt) return before === outcome ? ok({ code, outcome }) : refuse('already_closed');
		if (outcome === 'not_reached' && !handedOnAt) return refuse('tries_left');
		await tx.callbacks.change(id, { closedAt: at, outcome, claimedBy: null, claimedUntil: null });
		await tx.tasks.settle('callback_not_reached', [code], at);
		const codes = { request: code, outcome };
		await tx.journal.write([{ actor, action: 'callback_closed', dossier, codes }], at);
		return ok({ code, outcome });
	});
