import { whyNoBooking } from '#lib/domain/bookingRules.ts';
import type { NoBooking } from '#lib/domain/bookingRules.ts';
import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import { mayActFor, seatFacts } from './seatFacts.ts';

/** Which seat, for whom, and a key of the asker's making: the same key asks for the same thing once more. */
export type SeatWish = { dossier: string; session: string; key: string };

/** A seat that was given. */
export type SeatGiven = { booking: string; session: string };

export type SeatRefusal =
	| Refused<'not_yours' | 'wrong_key' | 'unknown_session' | 'unknown_dossier' | 'key_of_another_request'>
	| (Refused & NoBooking);

/**
 * Gives a person a seat in a session. Sent again with the same key within 72 hours, it gives the same answer and no
 * second seat. Refuses with the reason that stands in the way, see `whyNoBooking`.
 */
export const bookSeat = async (
	{ store, now, random }: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	wish: SeatWish,
): Promise<Ok<SeatGiven> | SeatRefusal> => {
	if (!mayActFor(actor, wish.dossier)) return refuse('not_yours');
	if (!/^[\w-]{8,100}$/.test(wish.key)) return refuse('wrong_key');
	if (!isOfferId(wish.session)) return refuse('unknown_session');
	return store.transact(async (tx) => {
		// Always the session first and then the dossier, so that no two requests wait for each other. From here on the
		// counts stand still: everybody who gives, frees or counts a seat of this session waits for its row.
		const session = await tx.courses.lockSession(wish.session);
		if (!session) return refuse('unknown_session');
		const dossier = await tx.dossiers.lock(wish.dossier);
		if (!dossier) return refuse('unknown_dossier');
		const given = (await tx.idempotentAnswers.find(wish.dossier, wish.key)) as SeatGiven | null;
		if (given) return given.session === wish.session ? ok(given) : refuse('key_of_another_request');
		const at = now();
		const facts = await seatFacts(tx, actor, dossier, session, at);
		const refusal = whyNoBooking(facts);
		if (refusal) return { ok: false, ...refusal };
		const seat: SeatGiven = { booking: uuidOf(at, random(10)), session: session.id };
		return give(tx, actor, wish, seat, at, facts.place !== null);
	});
};

async function give(
	tx: Tx,
	actor: Actor,
	{ dossier, key }: SeatWish,
	seat: SeatGiven,
	at: Date,
	wasInLine: boolean,
): Promise<Ok<SeatGiven> | SeatRefusal> {
	const { booking, session } = seat;
	const added = await tx.bookings.add({ id: booking, session, dossier, bookedAt: at });
	if (added === 'already_booked') return refuse('already_booked');
	const line = { session, dossier, booking, actor, idempotencyKey: key };
	await tx.bookings.record({ ...line, kind: 'booked' }, at);
	if (wasInLine) {
		await tx.bookings.leaveLine(session, dossier, at);
		await tx.bookings.record({ ...line, kind: 'left_line' }, at);
	}
	await tx.idempotentAnswers.keep(dossier, key, seat, at);
	await tx.journal.write([{ actor, action: 'seat_booked', dossier, codes: { session, booking } }], at);
	return ok(seat);
}
