import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { HoldKind } from '#lib/domain/hold.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { byStart } from '#lib/domain/sessionTimes.ts';
import { mustFollow } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';
import { sessionCard } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/** A seat of the person. It can be given back until the session begins. */
export type SeatHeld = { booking: string; card: SessionCard; over: boolean };

/** A seat that is kept for the person until a certain time: offered to them, or held while they choose. */
export type SeatWaiting = { kind: HoldKind; until: Date; card: SessionCard };

/** A place in a line, 1 is first. */
export type PlaceHeld = { place: number; card: SessionCard };

export type BookingsRead = {
	seats: SeatHeld[];
	kept: SeatWaiting[];
	places: PlaceHeld[];
	/** What they had a seat in and does not take place, until its days are over. */
	calledOff: SessionCard[];
	/** Whether the person must follow the pathway, and so comes before those who may. */
	hasPriority: boolean;
};

/**
 * Reads a person's seats, what is kept for them and their places in line, the next to begin first. A line in which a
 * seat is offered to them is only among what is kept. Refuses with `not_yours`.
 */
export const readBookings = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ dossier }: { dossier: string },
): Promise<Result<BookingsRead, 'not_yours'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const person = await tx.dossiers.find(dossier);
		const booked = await tx.bookings.ofDossier(dossier);
		const kept = await tx.holds.ofDossier(dossier, at);
		const waiting = await tx.bookings.waitingOf(dossier, at);
		const calledOff = await tx.bookings.calledOffOf(dossier);
		const sessions = [...booked, ...kept, ...waiting, ...calledOff].map(({ session }) => session);
		const offered = await tx.courses.offered({ at, sessions });
		const cards = new Map(offered.map((each) => [each.session.id, sessionCard(each, at)]));
		const withCard = <Of extends { session: string }>(those: Of[]): (Of & { card: SessionCard })[] =>
			those
				.flatMap((each) => {
					const card = cards.get(each.session);
					return card ? [{ ...each, card }] : [];
				})
				.toSorted((one, other) => byStart(one.card.session, other.card.session));
		return ok({
			hasPriority: person !== null && mustFollow(person),
			seats: withCard(booked).map(({ id, card }) => ({ booking: id, card, over: card.lastDay < today })),
			kept: withCard(kept).map(({ kind, until, card }) => ({ kind, until, card })),
			places: withCard(waiting)
				.filter(({ card, offerUntil }) => !card.started && !offerUntil)
				.map(({ place, card }) => ({ place, card })),
			calledOff: withCard(calledOff)
				.filter(({ card }) => card.lastDay >= today)
				.map(({ card }) => card),
		});
	});
};
