import { canMoveBetween, whyNoBooking } from '#lib/domain/bookingRules.ts';
import type { NoBooking } from '#lib/domain/bookingRules.ts';
import { isOfferId } from '#lib/domain/course.ts';
import type { Session } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { hasStarted } from '#lib/domain/sessionTimes.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import { isKey } from './bookSeat.ts';
import { giveSeat } from './giveSeat.ts';
import type { SeatGiven } from './giveSeat.ts';
import { lockSessions } from './holdSeat.ts';
import type { Deps, Tx } from './ports.ts';
import type { Booking } from './ports/bookings.ts';
import { promoteIn } from './promote.ts';
import { mayActFor, seatFacts } from './seatFacts.ts';

/** Which booking is left for which session, and the key of the form. */
export type MoveWish = { booking: string; session: string; key: string };

export type MoveRefusal =
	| Refused<
			| 'unknown_booking'
			| 'wrong_key'
			| 'unknown_session'
			| 'key_of_another_request'
			| 'left_session_started'
			| 'other_course'
	  >
	| (Refused & NoBooking);

/**
 * Moves a seat to another session in which the same is taught: the new one is taken first, then the old one is given back
 * and offered to the next in its line, all or nothing. Whoever cannot have the new seat keeps the old one. The same key
 * gets the same answer, as in `bookSeat`; the clash with the seat that is left counts for nothing.
 */
export const moveBooking = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	wish: MoveWish,
): Promise<Ok<SeatGiven> | MoveRefusal> => {
	const { key } = wish;
	if (!isKey(key)) return refuse('wrong_key');
	if (!isOfferId(wish.session)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		const seen = isUuid(wish.booking) ? await tx.bookings.find(wish.booking) : null;
		if (!seen || !mayActFor(actor, seen.dossier)) return refuse('unknown_booking');
		const sessions = await lockSessions(tx, [seen.session, wish.session]);
		const [left, session] = [sessions.get(seen.session), sessions.get(wish.session)];
		const dossier = await tx.dossiers.lock(seen.dossier);
		if (!left || !dossier) return refuse('unknown_booking');
		if (!session) return refuse('unknown_session');
		const before = (await tx.idempotentAnswers.find(dossier.id, key)) as SeatGiven | null;
		if (before) return before.session === wish.session ? ok(before) : refuse('key_of_another_request');
		const booking = await tx.bookings.find(wish.booking);
		if (!booking || booking.cancelledAt) return refuse('unknown_booking');
		if (left.id === session.id) return refuse('already_booked');
		const at = deps.now();
		if (hasStarted(left, at)) return refuse('left_session_started');
		if (!(await teachTheSame(tx, left, session))) return refuse('other_course');
		const known = await seatFacts(tx, deps, actor, dossier, session, at);
		const facts = { ...known, others: known.others.filter(({ id }) => id !== left.id) };
		const refusal = whyNoBooking(facts);
		if (refusal) return { ok: false, ...refusal };
		const seat = await giveSeat(tx, deps, actor, { dossier: dossier.id, key, kind: 'moved_in' }, facts);
		if (!seat) return refuse('already_booked');
		await tx.idempotentAnswers.keep(dossier.id, key, seat, at);
		await leave(tx, actor, booking, key, at);
		const codes = { ...seat, from: left.id };
		await tx.journal.write([{ actor, action: 'booking_moved', dossier: dossier.id, codes }], at);
		await announce(tx, deps, { dossier: dossier.id, kind: 'moved', ...seat, codes: { from: left.id } }, at);
		await promoteIn(tx, deps, left, at);
		return ok(seat);
	});
};

async function teachTheSame(tx: Tx, one: Session, other: Session): Promise<boolean> {
	if (one.course === other.course) return true;
	const [from, to] = [await tx.courses.find(one.course), await tx.courses.find(other.course)];
	return from !== null && to !== null && canMoveBetween(from, to);
}

async function leave(tx: Tx, actor: Actor, { id, session, dossier }: Booking, key: string, at: Date) {
	await tx.bookings.cancel(id, at);
	const line = { session, dossier, booking: id, actor, idempotencyKey: key };
	await tx.bookings.record([{ ...line, kind: 'moved_out' }], at);
}
