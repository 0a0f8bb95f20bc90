import { occupancyOf } from '#lib/domain/bookingRules.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { whyNoSeat } from '#lib/domain/seats.ts';
import { byStart } from '#lib/domain/sessionTimes.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';
import { sessionCard } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/** A seat of the person. It can be given back until the session begins. */
export type SeatHeld = { booking: string; card: SessionCard; over: boolean };

/** A place in a line; `seatIsYours` when a seat came free that is theirs to take. */
export type PlaceHeld = { place: number; card: SessionCard; seatIsYours: boolean };

/** Reads a person's seats and places in line, the next to begin first. Refuses with `not_yours`. */
export const readBookings = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ dossier }: { dossier: string },
): Promise<Result<{ seats: SeatHeld[]; places: PlaceHeld[] }, 'not_yours'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const booked = await tx.bookings.ofDossier(dossier);
		const waiting = await tx.bookings.waitingOf(dossier);
		const ids = [...booked, ...waiting].map(({ session }) => session);
		const offered = await tx.courses.offered({ sessions: ids });
		const cards = new Map(offered.map((each) => [each.session.id, sessionCard(each, at)]));
		const seats = booked.flatMap(({ id, session }): SeatHeld[] => {
			const card = cards.get(session);
			return card ? [{ booking: id, card, over: card.lastDay < today }] : [];
		});
		const places = waiting.flatMap(({ session, place }): PlaceHeld[] => {
			const card = cards.get(session);
			if (!card || card.started) return [];
			const seat = whyNoSeat(occupancyOf(card.session, card, at), { atCounter: false, place });
			return [{ place, card, seatIsYours: seat === null }];
		});
		const inOrder = <Held extends { card: SessionCard }>(held: Held[]) =>
			held.toSorted((one, other) => byStart(one.card.session, other.card.session));
		return ok({ seats: inOrder(seats), places: inOrder(places) });
	});
};
