import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { runningDeadline } from '#lib/domain/deadlines.ts';
import type { Deadline } from '#lib/domain/deadlines.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { startsSoon } from '#lib/domain/seats.ts';
import { mustFollow } from '#lib/domain/status.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { readPathwayFile } from './pathwayFile.ts';
import type { Deps } from './ports.ts';
import { mayActFor } from './seatFacts.ts';
import { sessionCard } from './sessionCards.ts';

/** What matters before a seat is given back. */
export type CancelWarnings = {
	/** It begins within three working days. */
	startsSoon: boolean;
	/** Somebody waits for it: once given back it is gone. */
	goesToLine: boolean;
	/** The deadline that runs for somebody who must follow the pathway. */
	deadline: Deadline | null;
};

/** Reads what a person should know before giving a seat back. Refuses with `unknown_booking`, also for somebody else's. */
export const readCancelWarnings = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ booking: id }: { booking: string },
): Promise<Result<CancelWarnings, 'unknown_booking'>> => {
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const booking = isUuid(id) ? await tx.bookings.find(id) : null;
		if (!booking || booking.cancelledAt || !mayActFor(actor, booking.dossier))
			return refuse('unknown_booking');
		const [offered] = await tx.courses.offered({ at, sessions: [booking.session] });
		const file = await readPathwayFile(tx, booking.dossier, today);
		if (!offered || !file) return refuse('unknown_booking');
		return ok({
			startsSoon: startsSoon(sessionCard(offered, at).firstDay, today),
			goesToLine: offered.waiting > 0,
			deadline: mustFollow(file.facts) ? runningDeadline(file.facts, today, file.rules) : null,
		});
	});
};
