import { whyNoBooking } from '#lib/domain/bookingRules.ts';
import type { NoBooking } from '#lib/domain/bookingRules.ts';
import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { mayActFor, seatFacts } from './seatFacts.ts';

export type LineRefusal =
	Refused<'not_yours' | 'unknown_session' | 'unknown_dossier' | 'seat_free'> | (Refused & NoBooking);

/**
 * Puts a person in the line for a full session and answers with their place; someone who is in it keeps their place.
 * Refuses with `seat_free` when a seat can be booked instead, and with what would keep them from a seat anyway.
 */
export const joinWaitingList = async (
	{ store, now, random }: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ dossier: id, session: sessionId }: { dossier: string; session: string },
): Promise<Ok<{ place: number }> | LineRefusal> => {
	if (!mayActFor(actor, id)) return refuse('not_yours');
	if (!isOfferId(sessionId)) return refuse('unknown_session');
	return store.transact(async (tx) => {
		const session = await tx.courses.lockSession(sessionId);
		if (!session) return refuse('unknown_session');
		const dossier = await tx.dossiers.lock(id);
		if (!dossier) return refuse('unknown_dossier');
		const at = now();
		const facts = await seatFacts(tx, actor, dossier, session, at);
		if (facts.place !== null) return ok({ place: facts.place });
		const refusal = whyNoBooking(facts);
		if (!refusal) return refuse('seat_free');
		if (refusal.reason !== 'full' && refusal.reason !== 'people_waiting') return { ok: false, ...refusal };
		await tx.bookings.joinLine({ id: uuidOf(at, random(10)), session: sessionId, dossier: id, at });
		await tx.bookings.record(
			{ session: sessionId, dossier: id, booking: null, kind: 'joined_line', actor, idempotencyKey: null },
			at,
		);
		const codes = { session: sessionId };
		await tx.journal.write([{ actor, action: 'line_joined', dossier: id, codes }], at);
		// Counted anew: people who must follow the pathway come before those who may.
		const { place } = await tx.bookings.request(sessionId, id);
		return ok({ place: place ?? 1 });
	});
};
