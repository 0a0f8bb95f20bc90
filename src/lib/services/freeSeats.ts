import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { cancelBooking } from './cancelBooking.ts';
import { leaveWaitingList } from './leaveWaitingList.ts';
import type { Deps } from './ports.ts';
import { releaseHold } from './releaseHold.ts';

/**
 * Gives back every seat of a person that has not begun, what is held or offered, and their places in line: for whoever
 * may follow no more. Each goes to the next in line at once. Done twice, it changes nothing more.
 */
export const freeSeats = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ dossier }: { dossier: string },
): Promise<Ok<{ freed: number }>> => {
	const { booked, held, waiting } = await deps.store.look(async (tx) => ({
		booked: await tx.bookings.ofDossier(dossier),
		held: await tx.holds.ofDossier(dossier, deps.now()),
		waiting: await tx.bookings.waitingOf(dossier, deps.now()),
	}));
	let freed = 0;
	// One has begun: its seat is nobody else's any more.
	for (const { id } of booked) if ((await cancelBooking(deps, actor, { booking: id })).ok) freed++;
	for (const { session } of held) await releaseHold(deps, actor, { dossier, session });
	for (const { session } of waiting) await leaveWaitingList(deps, actor, { dossier, session });
	return ok({ freed });
};
