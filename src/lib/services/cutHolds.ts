import type { Session } from '#lib/domain/course.ts';
import { startOf } from '#lib/domain/sessionTimes.ts';
import { system } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';

/**
 * Ends what is kept in a session that was moved earlier at the latest when it begins; who was offered a seat is told
 * until when it holds now. The caller has locked its row.
 */
export const cutHolds = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	session: Session,
	at: Date,
): Promise<void> => {
	const until = startOf(session);
	const kept = await tx.holds.inSession(session.id);
	for (const { id: hold, dossier, kind } of kept.filter((each) => each.until > until)) {
		await tx.holds.shorten(hold, until);
		const line = { session: session.id, dossier, hold, until, actor: system };
		await tx.bookings.record([{ ...line, kind: 'kept_shorter' }], at);
		if (kind === 'offer')
			await announce(tx, deps, { dossier, kind: 'seat_offered', session: session.id, offer: hold }, at);
	}
	await tx.jobs.send({ name: 'promote', data: { session: session.id } }, until);
};
