import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { promote } from './promote.ts';
import type { Promoted } from './promote.ts';

/**
 * The net under the promotions: looks for sessions in which time has freed a seat (a hold or an offer that ended, kept
 * seats that are released, a suspension that is over) and promotes in each. Returns how much there was to do.
 */
export const sweepSeats = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
): Promise<Ok<Promoted>> => {
	const sessions = await deps.store.look((tx) => tx.holds.toPromote(deps.now()));
	const done: Promoted = { lapsed: 0, offered: 0 };
	for (const session of sessions) {
		const { value } = await promote(deps, actor, { session });
		done.lapsed += value.lapsed;
		done.offered += value.offered;
	}
	return ok(done);
};
