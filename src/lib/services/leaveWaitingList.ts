import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { leaveLine } from './leaveLine.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/**
 * Takes a person out of the line for a session, and declines the seat that may be offered to them; one who is not in it
 * stays so. Refuses with `not_yours` or `unknown_session`.
 */
export const leaveWaitingList = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ dossier, session: id }: { dossier: string; session: string },
): Promise<Result<undefined, 'not_yours' | 'unknown_session'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	if (!isOfferId(id)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		const session = await tx.courses.lockSession(id);
		if (!session) return refuse('unknown_session');
		const at = deps.now();
		const { kept } = await tx.bookings.request(id, dossier, at);
		const offer = kept?.kind === 'offer' ? kept : null;
		await leaveLine(tx, deps, actor, { session, dossier, offer }, at);
		return ok();
	});
};
