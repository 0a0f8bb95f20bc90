import type { Session } from '#lib/domain/course.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import type { Hold } from './ports/holds.ts';
import { promoteIn } from './promote.ts';

/** Gives up a seat that was held, in a session whose row the caller has locked; the next in line is offered it. */
export const endHold = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	actor: Actor,
	session: Session,
	{ id, dossier }: Pick<SeatKept, 'id'> & Pick<Hold, 'dossier'>,
	at: Date,
): Promise<void> => {
	await tx.holds.end(id, at);
	const line = { session: session.id, dossier, hold: id, actor };
	await tx.bookings.record([{ ...line, kind: 'hold_released' }], at);
	await tx.journal.write([{ actor, action: 'hold_released', dossier, codes: { session: session.id } }], at);
	await promoteIn(tx, deps, session, at);
};
