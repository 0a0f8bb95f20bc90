import type { Session } from '#lib/domain/course.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';
import { promoteIn } from './promote.ts';

/**
 * Takes a person out of a session's line, whose row the caller has locked. A seat that was offered to them is declined
 * by it and offered to the next. False when they were not in it.
 */
export const leaveLine = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	actor: Actor,
	{ session, dossier, offer }: { session: Session; dossier: string; offer: SeatKept | null },
	at: Date,
): Promise<boolean> => {
	if ((await tx.bookings.leaveLine(session.id, dossier, at)) === 'not_waiting') return false;
	const line = { session: session.id, dossier, hold: offer?.id ?? null, actor };
	if (offer) {
		await tx.holds.end(offer.id, at);
		await tx.bookings.record([{ ...line, kind: 'offer_declined' }], at);
	}
	await tx.bookings.record([{ ...line, kind: 'left_line' }], at);
	const codes = { session: session.id };
	const action = offer ? 'offer_declined' : 'line_left';
	await tx.journal.write([{ actor, action, dossier, codes }], at);
	await announce(tx, deps, { dossier, kind: action, session: session.id, offer: offer?.id ?? null }, at);
	if (offer) await promoteIn(tx, deps, session, at);
	return true;
};
