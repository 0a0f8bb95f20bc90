import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { hasStarted } from '#lib/domain/sessionTimes.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps } from './ports.ts';
import { promoteIn } from './promote.ts';
import { mayActFor } from './seatFacts.ts';

/**
 * Gives a seat back; the next in line is offered it at once. A booking that is cancelled already stays so and is answered
 * the same way. Refuses with `unknown_booking`, also for somebody else's, or `session_started`: from then on it is
 * absence, which the office records.
 */
export const cancelBooking = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ booking: id }: { booking: string },
): Promise<Result<{ session: string }, 'unknown_booking' | 'session_started'>> =>
	deps.store.transact(async (tx) => {
		const seen = isUuid(id) ? await tx.bookings.find(id) : null;
		if (!seen || !mayActFor(actor, seen.dossier)) return refuse('unknown_booking');
		const session = await tx.courses.lockSession(seen.session);
		const booking = await tx.bookings.find(id);
		if (!session || !booking) return refuse('unknown_booking');
		const { dossier } = booking;
		if (booking.cancelledAt) return ok({ session: session.id });
		const at = deps.now();
		if (hasStarted(session, at)) return refuse('session_started');
		await tx.bookings.cancel(id, at);
		await tx.bookings.record([{ session: session.id, dossier, booking: id, kind: 'cancelled', actor }], at);
		const codes = { session: session.id, booking: id };
		await tx.journal.write([{ actor, action: 'booking_cancelled', dossier, codes }], at);
		await announce(tx, deps, { dossier, kind: 'cancelled', ...codes }, at);
		await promoteIn(tx, deps, session, at);
		return ok({ session: session.id });
	});
