import { isOfferId } from '#lib/domain/course.ts';
import { canExtend, holdUntil } from '#lib/domain/hold.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { startOf } from '#lib/domain/sessionTimes.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { isAssisted, mayActFor } from './seatFacts.ts';

/**
 * Keeps a held seat for another 15 minutes, 30 where somebody helps, counted from now. `extended` is how often the asker
 * knows it to have been done: a form sent twice has it done once. Refuses with `hold_over` when nothing is held (any
 * more), `extended_enough` after the third time, `not_yours` or `unknown_session`.
 */
export const extendHold = async (
	deps: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ dossier, session: id, extended }: { dossier: string; session: string; extended: number },
): Promise<Result<SeatKept, 'not_yours' | 'unknown_session' | 'hold_over' | 'extended_enough'>> => {
	if (!mayActFor(actor, dossier)) return refuse('not_yours');
	if (!isOfferId(id)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		const session = await tx.courses.lockSession(id);
		if (!session) return refuse('unknown_session');
		const at = deps.now();
		const { kept } = await tx.bookings.request(id, dossier, at);
		if (kept?.kind !== 'hold') return refuse('hold_over');
		if (kept.extended !== extended) return ok(kept);
		if (!canExtend(kept)) return refuse('extended_enough');
		const longer = holdUntil(at, kept.assisted || isAssisted(actor), startOf(session));
		const until = longer > kept.until ? longer : kept.until;
		await tx.holds.extend(kept.id, until);
		const line = { session: id, dossier, hold: kept.id, until, actor };
		await tx.bookings.record([{ ...line, kind: 'hold_extended' }], at);
		await tx.jobs.send({ name: 'promote', data: { session: id } }, until);
		return ok({ ...kept, until, extended: kept.extended + 1 });
	});
};
