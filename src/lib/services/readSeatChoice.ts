import { canMoveBetween, clashWith, whyNoHold } from '#lib/domain/bookingRules.ts';
import type { NoBooking } from '#lib/domain/bookingRules.ts';
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

/** Another seat of the person at the same hour; `canMove` when leaving it for this session is a move. */
export type ClashingSeat = { booking: string; on: CalendarDate; card: SessionCard; canMove: boolean };

/** One session as the person stands to it, on the way to a booking. */
export type SeatChoice = {
	card: SessionCard;
	/** The seat that is kept for the person; null when none is (any more). */
	kept: SeatKept | null;
	/** Their seat in it. */
	booking: string | null;
	/** Their place in its line, 1 is first. */
	place: number | null;
	/** Why they cannot have a seat now, a clash left aside; null when they can. */
	refusal: NoBooking | null;
	clash: ClashingSeat | null;
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
			clash: await clashingSeat(tx, offered, facts, booked, at),
			notes: seatNotes(
				offered,
				request.done.map(({ step }) => step),
				brusselsToday(at),
			),
		});
	});
};

async function clashingSeat(
	tx: Tx,
	wanted: SessionOffered,
	facts: Parameters<typeof clashWith>[0],
	booked: readonly { id: string; session: string }[],
	at: Date,
): Promise<ClashingSeat | null> {
	const clash = clashWith(facts);
	const booking = clash && booked.find(({ session }) => session === clash.session);
	if (!clash || !booking) return null;
	const [other] = await tx.courses.offered({ at, sessions: [clash.session] });
	if (!other) return null;
	const card = sessionCard(other, at);
	const canMove = !card.started && canMoveBetween(other.course, wanted.course);
	return { booking: booking.id, on: clash.on, card, canMove };
}
