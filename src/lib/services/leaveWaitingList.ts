import { ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { inSession } from './inSession.ts';
import { leaveLine } from './leaveLine.ts';
import type { Deps } from './ports.ts';

/**
 * Takes a person out of the line for a session, and declines the seat that may be offered to them; one who is not in it
 * stays so. Refuses with `not_yours` or `unknown_session`.
 */
export const leaveWaitingList = (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	whose: { dossier: string; session: string },
): Promise<Result<undefined, 'not_yours' | 'unknown_session'>> =>
	inSession(deps, actor, whose, async (tx, { session, kept }, at) => {
		const offer = kept?.kind === 'offer' ? kept : null;
		await leaveLine(tx, deps, actor, { session, dossier: whose.dossier, offer }, at);
		return ok();
	});
