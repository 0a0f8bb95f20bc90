import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import type { Callback } from './ports/callbacks.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';

/** One open request as the queue shows it: who to reach is not among it. */
export type CallbackListed = Pick<
	Callback,
	'code' | 'topic' | 'language' | 'way' | 'office' | 'window' | 'openedAt' | 'channel' | 'claimedBy'
> & { attempts: number; state: 'in_queue' | 'due' | 'overdue' | 'in_hand' | 'handed_on' };

/** All open requests, in the order in which they will be claimed. */
export const listCallbacks = ({ store, now }: Deps, _actor: Actor): Promise<Ok<CallbackListed[]>> =>
	store.transact(async (tx) => {
		const at = now();
		const open = await tx.callbacks.open();
		return ok(
			open.map(({ callback, attempts, reached }) => {
				const { code, topic, language, way, office, window, openedAt, channel, claimedBy } = callback;
				const state = reached ? 'in_hand' : stateOf(callback, at);
				return {
					...{ code, topic, language, way, office, window, openedAt, channel, attempts, state },
					claimedBy: state === 'in_hand' ? claimedBy : null,
				};
			}),
		);
	});

function stateOf({ handedOnAt, claimedUntil, window }: Callback, now: Date): CallbackListed['state'] {
	if (handedOnAt) return 'handed_on';
	if (claimedUntil && claimedUntil > now) return 'in_hand';
	if (now >= window.end) return 'overdue';
	return now >= window.start ? 'due' : 'in_queue';
}
