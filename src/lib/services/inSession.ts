import { isOfferId } from '#lib/domain/course.ts';
import type { Session } from '#lib/domain/course.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import { refuse } from '#lib/domain/result.ts';
import type { Refused } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/**
 * Does something about one person in one session, with its row locked and what is kept there for them. Refuses with
 * `not_yours` or `unknown_session` before anything is done.
 */
export const inSession = async <Done>(
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ dossier, session: id }: { dossier: string; session: string },
	work: (tx: Tx, found: { session: Session; kept: SeatKept | null }, at: Date) => Promise<Done>,
): Promise<Done | Refused<'not_yours' | 'unknown_session'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	if (!isOfferId(id)) return refuse('unknown_session');
	return store.transact(async (tx) => {
		const session = await tx.courses.lockSession(id);
		if (!session) return refuse('unknown_session');
		const at = now();
		const { kept } = await tx.bookings.request(id, dossier, at);
		return work(tx, { session, kept }, at);
	});
};
