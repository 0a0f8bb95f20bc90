import type { BookingFacts } from '#lib/domain/bookingRules.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import type { SeatEventLine } from './ports/bookings.ts';

/** A seat that was given. */
export type SeatGiven = { booking: string; session: string };

/**
 * Gives the seat that the facts allow: the booking, its lines in the ledger, the end of what was kept for the person, and
 * of their place in line. Null when the database's own wall says that they have one already.
 */
export const giveSeat = async (
	tx: Tx,
	{ random }: Pick<Deps, 'random'>,
	actor: Actor,
	{ dossier, key, kind }: { dossier: string; key: string; kind: 'booked' | 'moved_in' },
	{ session, now, kept, place, assisted }: BookingFacts,
): Promise<SeatGiven | null> => {
	const booking = uuidOf(now, random(10));
	const row = { id: booking, session: session.id, dossier, bookedAt: now };
	// A seat that was kept stays of its sort: whichever way it is confirmed, no other seat comes free by it.
	const added = await tx.bookings.add({ ...row, assisted: kept ? kept.assisted : assisted });
	if (added === 'already_booked') return null;
	const line = { session: session.id, dossier, booking, actor, idempotencyKey: key };
	const lines: SeatEventLine[] = [];
	if (kept) {
		await tx.holds.end(kept.id, now);
		if (kept.kind === 'offer') lines.push({ ...line, hold: kept.id, kind: 'offer_accepted' });
	}
	lines.push({ ...line, hold: kept?.id ?? null, kind });
	if (place !== null) {
		await tx.bookings.leaveLine(session.id, dossier, now);
		lines.push({ ...line, kind: 'left_line' });
	}
	await tx.bookings.record(lines, now);
	return { booking, session: session.id };
};
