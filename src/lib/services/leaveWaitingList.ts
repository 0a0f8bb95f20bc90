import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/** Takes a person out of the line for a session; one who is not in it stays so. Refuses with `not_yours` or `unknown_session`. */
export const leaveWaitingList = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ dossier, session }: { dossier: string; session: string },
): Promise<Result<undefined, 'not_yours' | 'unknown_session'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	if (!isOfferId(session)) return refuse('unknown_session');
	return store.transact(async (tx) => {
		if (!(await tx.courses.lockSession(session))) return refuse('unknown_session');
		const at = now();
		if ((await tx.bookings.leaveLine(session, dossier, at)) === 'not_waiting') return ok();
		await tx.bookings.record(
			{ session, dossier, booking: null, kind: 'left_line', actor, idempotencyKey: null },
			at,
		);
		await tx.journal.write([{ actor, action: 'line_left', dossier, codes: { session } }], at);
		return ok();
	});
};
