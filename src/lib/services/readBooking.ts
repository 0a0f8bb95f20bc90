import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Booking } from './ports/bookings.ts';
import type { SessionOffered } from './ports/courses.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/** A booking, standing or not, with what it is for. */
export type BookingRead = Pick<SessionOffered, 'session' | 'course' | 'office'> & { booking: Booking };

/** Reads one booking, also one that was given back. Refuses with `unknown_booking`, also for somebody else's. */
export const readBooking = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ booking: id }: { booking: string },
): Promise<Result<BookingRead, 'unknown_booking'>> =>
	store.transact(async (tx) => {
		const booking = isUuid(id) ? await tx.bookings.find(id) : null;
		if (!booking || !mayActFor(actor, booking.dossier)) return refuse('unknown_booking');
		const [offered] = await tx.courses.offered({ at: now(), sessions: [booking.session] });
		if (!offered) return refuse('unknown_booking');
		const { session, course, office } = offered;
		return ok({ booking, session, course, office });
	});
