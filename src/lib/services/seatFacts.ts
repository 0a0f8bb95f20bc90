import { occupancyOf } from '#lib/domain/bookingRules.ts';
import type { BookingFacts } from '#lib/domain/bookingRules.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { Session } from '#lib/domain/course.ts';
import { isOfficeStep } from '#lib/domain/pathway.ts';
import { whyNoRight } from '#lib/domain/rightToFollow.ts';
import { openSeats } from '#lib/domain/seats.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import type { SeatRequest } from './ports/bookings.ts';
import type { Dossier } from './ports/dossiers.ts';
import { promoteIn } from './promote.ts';

/** The ways for which seats are kept: they need a second person, and cost the asker a journey, a call or a stamp. */
const assistedWays: ReadonlySet<Actor['channel']> = new Set([
	'kiosk',
	'helper',
	'desk',
	'phone',
	'paper',
	'command',
]);

/** Whether someone asks by a way for which seats are kept. */
export const isAssisted = ({ channel }: Actor): boolean => assistedWays.has(channel);

/** Whether someone may act for a dossier: a newcomer for their own only; who works with Halte, for all. */
export const mayActFor = (actor: Actor, dossier: string): boolean =>
	actor.kind === 'newcomer' ? actor.id === dossier : actor.kind !== 'anonymous';

/**
 * Reads what decides about a seat, as it is now; the caller has locked the session and then the dossier. Seats that time
 * has freed go to the people in line first, so that nobody who comes by at that moment is before them.
 */
export const seatFacts = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	actor: Actor,
	dossier: Dossier,
	session: Session,
	now: Date,
): Promise<BookingFacts> => {
	let request = await tx.bookings.request(session.id, dossier.id, now);
	if (isPromotionDue(session, request, now)) {
		await promoteIn(tx, deps, session, now);
		request = await tx.bookings.request(session.id, dossier.id, now);
	}
	return factsFrom(actor, dossier, session, request, now);
};

/** What a request read, as the rules see it. */
export const factsFrom = (
	actor: Actor,
	dossier: Dossier,
	session: Session,
	{ taken, assisted, waiting, ...request }: SeatRequest,
	now: Date,
): BookingFacts => {
	const done = request.done.flatMap((each) =>
		isOfficeStep(each.step) ? [{ ...each, step: each.step }] : [],
	);
	// Which seats a person has or waits for changes nothing about their right to one.
	const facts = { ...dossier, done, suspensions: request.suspensions, booked: [], waiting: [] };
	return {
		session,
		teaches: request.teaches,
		now,
		noRight: whyNoRight(statusOf(facts, brusselsToday(now)), dossier.mayFollowVoluntarily),
		booked: request.seats.some((seat) => seat.id === session.id),
		place: request.place,
		kept: request.kept,
		tally: { taken, assisted, waiting },
		assisted: isAssisted(actor),
		others: request.seats.filter((seat) => seat.id !== session.id),
	};
};

function isPromotionDue(session: Session, request: SeatRequest, now: Date): boolean {
	return request.lapsed > 0 || (request.waiting > 0 && openSeats(occupancyOf(session, request, now)) > 0);
}
