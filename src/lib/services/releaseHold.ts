import { ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { endHold } from './endHold.ts';
import { inSession } from './inSession.ts';
import type { Deps } from './ports.ts';

/** Gives up the seat that is held for a person in a session; where none is, nothing changes. Refuses with `not_yours` or `unknown_session`. */
export const releaseHold = (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	whose: { dossier: string; session: string },
): Promise<Result<undefined, 'not_yours' | 'unknown_session'>> =>
	inSession(deps, actor, whose, async (tx, { session, kept }, at) => {
		if (kept?.kind === 'hold')
			await endHold(tx, deps, actor, session, { ...kept, dossier: whose.dossier }, at);
		return ok();
	});
