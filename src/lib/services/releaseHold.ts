import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { endHold } from './endHold.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/** Gives up the seat that is held for a person in a session; where none is, nothing changes. Refuses with `not_yours` or `unknown_session`. */
export const releaseHold = async (
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
		if (kept?.kind === 'hold') await endHold(tx, deps, actor, session, { ...kept, dossier }, at);
		return ok();
	});
};
