import { callbackRules } from '#lib/domain/callbackRules.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';

/**
 * Deletes how to reach people once they were helped: numbers, addresses and names of calls closed seven days ago or
 * longer, and of complaints answered so long ago. What stays are codes and times. Says how many it forgot.
 */
export const forgetContacts = ({ store, now }: Deps, actor: Actor): Promise<Ok<{ forgotten: number }>> =>
	store.transact(async (tx) => {
		const at = now();
		const before = new Date(at.getTime() - callbackRules.forgetAfterDays * 86_400_000);
		const forgotten =
			(await tx.callbacks.forgetClosed(before, at)) + (await tx.complaints.forgetAnswered(before, at));
		if (forgotten > 0) {
			const codes = { forgotten };
			await tx.journal.write([{ actor, action: 'contacts_forgotten', dossier: null, codes }], at);
		}
		return ok({ forgotten });
	});
