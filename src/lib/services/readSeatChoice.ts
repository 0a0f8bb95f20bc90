import { canMoveBetween, clashWith, seatInTheSame, whyNoHold } from '#lib/domain/bookingRules.ts';
import type { BookingFacts, NoBooking } from '#lib/domain/bookingRules.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { isOfferId } from '#lib/domain/course.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { seatNotes } from '#lib/domain/seatNotes.ts';
import type { SeatNote } from '#lib/domain/seatNotes.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import type { SessionOffered } from './ports/courses.ts';
import { factsFrom, mayActFor } from './seatFacts.ts';
import { sessionCard } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/**
 * Another seat of the person that stands in the way: at the same hour on that day, or, without a day, in a group that
 * teaches the same. `canMove` when leaving it for this session is a move.
 */
export type RivalSeat = { booking: string; on: CalendarDate | null; card: SessionCard; canMove: boolean };

/** One session as the person stands to it, on the way to a booking. */
export type SeatChoice = {
	card: SessionCard;
	/** The seat that is kept for the person; null when none is (any more). */
	kept: SeatKept | null;
	/** Their seat in it. */
	booking: string | null;
	/** Their place in its line, 1 is first. */
	place: number | null;
	/** Why they cannot have a seat now, a rival seat left aside; null when they can. */
	refusal: NoBooking | null;
	rival: RivalSeat | null;
	notes: SeatNote[];
};

/**
 * Reads what a person needs to know before a seat becomes theirs: until when it is kept, what stands in the way, what
 * matters besides. Refuses with `not_yours`, or `unknown_session` when the session is not one of that course.
 */
export const readSeatChoice = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ dossier: id, course, session }: { dossier: string; course: string; session: string },
): Promise<Result<SeatChoice, 'not_yours' | 'unknown_session'>> => {
	if (!mayActFor(actor, id)) return refuse('not_yours');
	if (!isOfferId(session)) return refuse('unknown_session');
	const at = now();
	return store.transact(async (tx) => {
		const [offered] = await tx.courses.offered({ at, sessions: [session] });
		const dossier = await tx.dossiers.find(id);
		if (!offered || offered.course.id !== course || !dossier) return refuse('unknown_session');
		const request = await tx.bookings.request(session, id, at);
		const facts = factsFrom(actor, dossier, offered.session, request, at);
		const booked = await tx.bookings.ofDossier(id);
		return ok({
			card: sessionCard(offered, at),
			kept: facts.kept,
			booking: booked.find((each) => each.session === session)?.id ?? null,
			place: facts.place,
			refusal: whyNoHold(facts),
			rival: await rivalSeat(tx, offered, facts, booked, at),
			notes: seatNotes(
				offered,
				request.done.map(({ step }) => step),
				brusselsToday(at),
			),
		});
	});
};

async function rivalSeat(
	tx: Tx,
	wanted: SessionOffered,
	facts: BookingFacts,
	booked: readonly { id: string; session: string }[],
	at: Date,
): Promise<RivalSeat | null> {
	const clash = clashWith(facts);
	const rival = clash?.session ?? seatInTheSame(facts);
	const booking = booked.find(({ session }) => session === rival);
	if (!booking) return null;
	const [other] = await tx.courses.offered({ at, sessions: [booking.session] });
	if (!other) return null;
	const card = sessionCard(other, at);
	const canMove = !card.started && canMoveBetween(other.course, wanted.course);
	return { booking: booking.id, on: clash?.on ?? null, card, canMove };
}
