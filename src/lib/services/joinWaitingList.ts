import { whyNoBooking } from '#lib/domain/bookingRules.ts';
import type { NoBooking } from '#lib/domain/bookingRules.ts';
import { brusselsInstant } from '#lib/domain/brusselsTime.ts';
import { isOfferId } from '#lib/domain/course.ts';
import type { Session } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { reserveReleasedOn } from '#lib/domain/seats.ts';
import { firstDay } from '#lib/domain/sessionTimes.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';
import { mayActFor, seatFacts } from './seatFacts.ts';

export type LineRefusal =
	Refused<'not_yours' | 'unknown_session' | 'unknown_dossier' | 'seat_free'> | (Refused & NoBooking);

/**
 * Puts a person in the line for a full session and answers with their place; someone who is in it keeps their place.
 * Refuses with `seat_free` when a seat can be booked instead, and with what would keep them from a seat anyway.
 */
export const joinWaitingList = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ dossier: id, session: sessionId }: { dossier: string; session: string },
): Promise<Ok<{ place: number }> | LineRefusal> => {
	if (!mayActFor(actor, id)) return refuse('not_yours');
	if (!isOfferId(sessionId)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		const session = await tx.courses.lockSession(sessionId);
		if (!session) return refuse('unknown_session');
		const dossier = await tx.dossiers.lock(id);
		if (!dossier) return refuse('unknown_dossier');
		const at = deps.now();
		const facts = await seatFacts(tx, deps, actor, dossier, session, at);
		if (facts.place !== null) return ok({ place: facts.place });
		const refusal = whyNoBooking(facts);
		if (!refusal) return refuse('seat_free');
		if (refusal.reason !== 'full' && refusal.reason !== 'people_waiting') return { ok: false, ...refusal };
		await tx.bookings.joinLine({ id: uuidOf(at, deps.random(10)), session: sessionId, dossier: id, at });
		await tx.bookings.record([{ session: sessionId, dossier: id, kind: 'joined_line', actor }], at);
		const codes = { session: sessionId };
		await tx.journal.write([{ actor, action: 'line_joined', dossier: id, codes }], at);
		await announce(tx, deps, { dossier: id, kind: 'line_joined', session: sessionId }, at);
		await wakeAtRelease(tx, session, at);
		// Counted anew: people who must follow the pathway come before those who may.
		const { place } = await tx.bookings.request(sessionId, id, at);
		return ok({ place: place ?? 1 });
	});
};

/** Seats kept for people who are helped come free at midnight of a certain day: somebody is in line for them now. */
async function wakeAtRelease(tx: Tx, session: Session, at: Date): Promise<void> {
	const released = brusselsInstant(reserveReleasedOn(firstDay(session)), '00:00');
	if (session.counterReserve > 0 && released > at)
		await tx.jobs.send({ name: 'promote', data: { session: session.id } }, released);
}
