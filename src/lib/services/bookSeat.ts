import { whyNoBooking } from '#lib/domain/bookingRules.ts';
import type { NoBooking } from '#lib/domain/bookingRules.ts';
import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import { giveSeat } from './giveSeat.ts';
import type { SeatGiven } from './giveSeat.ts';
import type { Deps } from './ports.ts';
import { mayActFor, seatFacts } from './seatFacts.ts';

/** Which seat, for whom, and a key of the asker's making: the same key asks for the same thing once more. */
export type SeatWish = { dossier: string; session: string; key: string };

export type SeatRefusal =
	| Refused<'not_yours' | 'wrong_key' | 'unknown_session' | 'unknown_dossier' | 'key_of_another_request'>
	| (Refused & NoBooking);

/** What the key of a form looks like. */
export const isKey = (key: string): boolean => /^[\w-]{8,100}$/.test(key);

/**
 * Gives a person a seat in a session: the one that is kept for them or was offered to them, or any that is theirs to
 * take. Sent again with the same key within 72 hours, it gives the same answer and no second seat. Refuses with the
 * reason that stands in the way, see `whyNoBooking`.
 */
export const bookSeat = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	wish: SeatWish,
): Promise<Ok<SeatGiven> | SeatRefusal> => {
	const { dossier: id, key } = wish;
	if (!mayActFor(actor, id)) return refuse('not_yours');
	if (!isKey(key)) return refuse('wrong_key');
	if (!isOfferId(wish.session)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		// Always the session first and then the dossier, so that no two requests wait for each other. From here on the
		// counts stand still: everybody who gives, frees or counts a seat of this session waits for its row.
		const session = await tx.courses.lockSession(wish.session);
		if (!session) return refuse('unknown_session');
		const dossier = await tx.dossiers.lock(id);
		if (!dossier) return refuse('unknown_dossier');
		const before = (await tx.idempotentAnswers.find(id, key)) as SeatGiven | null;
		if (before) return before.session === wish.session ? ok(before) : refuse('key_of_another_request');
		const at = deps.now();
		const facts = await seatFacts(tx, deps, actor, dossier, session, at);
		const refusal = whyNoBooking(facts);
		if (refusal) return { ok: false, ...refusal };
		const seat = await giveSeat(tx, deps, actor, { dossier: id, key, kind: 'booked' }, facts);
		if (!seat) return refuse('already_booked');
		await tx.idempotentAnswers.keep(id, key, seat, at);
		await tx.journal.write([{ actor, action: 'seat_booked', dossier: id, codes: seat }], at);
		await announce(tx, deps, { dossier: id, kind: 'booked', ...seat }, at);
		return ok(seat);
	});
};
