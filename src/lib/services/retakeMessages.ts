import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';

const patienceMinutes = 10;

/**
 * Asks anew for the sending of messages that were due ten minutes ago and that no job will send: it was lost, as when a
 * database was brought back from a copy. Those that only wait for a slow channel are left to wait. Says how many there were.
 */
export const retakeMessages = (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	_actor: Actor,
): Promise<Ok<{ retaken: number }>> =>
	store.transact(async (tx) => {
		const at = now();
		const lost = await tx.messages.withoutJob(new Date(at.getTime() - patienceMinutes * 60_000));
		for (const message of lost) {
			await tx.messages.change(message, { dueAt: at });
			await tx.jobs.send({ name: 'send-message', data: { message } });
		}
		return ok({ retaken: lost.length });
	});
