import type { BookingFacts } from '#lib/domain/bookingRules.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { Session } from '#lib/domain/course.ts';
import { whyNoRight } from '#lib/domain/rightToFollow.ts';
import { isOfficeStep } from '#lib/domain/pathway.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import type { Tx } from './ports.ts';
import type { Dossier } from './ports/dossiers.ts';

/** The ways for which seats are kept: they need a person, and cost the asker a journey, a call or a stamp. */
const counters: ReadonlySet<Actor['channel']> = new Set(['desk', 'phone', 'paper', 'command']);

/** Whether someone may act for a dossier: a newcomer for their own only; who works with Halte, for all. */
export const mayActFor = (actor: Actor, dossier: string): boolean =>
	actor.kind === 'newcomer' ? actor.id === dossier : actor.kind !== 'anonymous';

/** Reads what decides about a seat, as it is now; the caller has locked the session and then the dossier. */
export const seatFacts = async (
	tx: Tx,
	actor: Actor,
	dossier: Dossier,
	session: Session,
	now: Date,
): Promise<BookingFacts> => {
	const request = await tx.bookings.request(session.id, dossier.id);
	const done = request.done.flatMap((each) =>
		isOfficeStep(each.step) ? [{ ...each, step: each.step }] : [],
	);
	// Which seats a person has or waits for changes nothing about their right to one.
	const facts = { ...dossier, done, suspensions: request.suspensions, booked: [], waiting: [] };
	return {
		session,
		now,
		noRight: whyNoRight(statusOf(facts, brusselsToday(now)), dossier.mayFollowVoluntarily),
		booked: request.seats.some((seat) => seat.id === session.id),
		place: request.place,
		taken: request.taken,
		waiting: request.waiting,
		atCounter: counters.has(actor.channel),
		others: request.seats.filter((seat) => seat.id !== session.id),
	};
};
