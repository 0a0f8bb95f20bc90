import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { leaveLine } from './leaveLine.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/**
 * Declines the seat that is offered to a person: they leave the line, and the next is offered it at once. Refuses with
 * `no_offer` when none is (any more), `not_yours` or `unknown_session`.
 */
export const declineOffer = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ dossier, session: id }: { dossier: string; session: string },
): Promise<Result<undefined, 'not_yours' | 'unknown_session' | 'no_offer'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	if (!isOfferId(id)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		const session = await tx.courses.lockSession(id);
		if (!session) return refuse('unknown_session');
		const at = deps.now();
		const { kept } = await tx.bookings.request(id, dossier, at);
		if (kept?.kind !== 'offer') return refuse('no_offer');
		await leaveLine(tx, deps, actor, { session, dossier, offer: kept }, at);
		return ok();
	});
};
