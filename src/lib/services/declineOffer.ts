import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { inSession } from './inSession.ts';
import { leaveLine } from './leaveLine.ts';
import type { Deps } from './ports.ts';

/**
 * Declines the seat that is offered to a person: they leave the line, and the next is offered it at once. Refuses with
 * `no_offer` when none is (any more), `not_yours` or `unknown_session`.
 */
export const declineOffer = (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	whose: { dossier: string; session: string },
): Promise<Result<undefined, 'not_yours' | 'unknown_session' | 'no_offer'>> =>
	inSession(deps, actor, whose, async (tx, { session, kept }, at) => {
		if (kept?.kind !== 'offer') return refuse('no_offer');
		await leaveLine(tx, deps, actor, { session, dossier: whose.dossier, offer: kept }, at);
		return ok();
	});
