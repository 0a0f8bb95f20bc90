import { canMoveBetween } from '#lib/domain/bookingRules.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { clashingDay } from '#lib/domain/sessionTimes.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';
import { cardsAhead, sessionCard, startsFrom } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/** A seat that can be left, and the sessions it can be moved to. */
export type MoveRead = { booking: string; card: SessionCard; sessions: SessionCard[] };

/**
 * Reads where a seat can be moved to: sessions in which the same is taught, with a free seat or one that is kept for the
 * person, at an hour at which they have no other course. Those of the same course come first, then those of the same office. Refuses with
 * `unknown_booking`, also for somebody else's or one that is over, or `session_started`.
 */
export const readMove = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ booking: id }: { booking: string },
): Promise<Result<MoveRead, 'unknown_booking' | 'session_started'>> => {
	const at = now();
	return store.transact(async (tx) => {
		const booking = isUuid(id) ? await tx.bookings.find(id) : null;
		if (!booking || booking.cancelledAt || !mayActFor(actor, booking.dossier))
			return refuse('unknown_booking');
		const [left] = await tx.courses.offered({ at, sessions: [booking.session] });
		if (!left) return refuse('unknown_booking');
		const card = sessionCard(left, at);
		if (card.started) return refuse('session_started');
		const mine = (await tx.bookings.ofDossier(booking.dossier)).map(({ session }) => session);
		const busy = await tx.courses.sessions(mine.filter((session) => session !== booking.session));
		const kept = (await tx.holds.ofDossier(booking.dossier, at)).map(({ session }) => session);
		const ahead = cardsAhead(await tx.courses.offered({ at, from: startsFrom(at) }), at);
		const sessions = ahead.filter(
			({ session, course, bookable }) =>
				canMoveBetween(left.course, course) &&
				!mine.includes(session.id) &&
				(bookable > 0 || kept.includes(session.id)) &&
				busy.every((other) => clashingDay(session, other) === null),
		);
		const near = ({ course, office }: SessionCard) =>
			Number(course.id === card.course.id) + Number(office.id === card.office.id);
		return ok({
			booking: booking.id,
			card,
			sessions: sessions.toSorted((one, other) => near(other) - near(one)),
		});
	});
};
