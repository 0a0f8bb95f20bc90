import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps } from './ports.ts';

/** More tests an hour would only cost stamps and money. */
const mostAnHour = 3;

/** Sends the actor a message that says that messages arrive, by the channels they chose. Three times an hour at most. */
export const askTestMessage = (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
): Promise<Result<undefined, 'no_dossier' | 'test_too_soon'>> =>
	deps.store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? await tx.dossiers.lock(actor.id ?? '') : null;
		if (!dossier) return refuse('no_dossier');
		const at = deps.now();
		const anHourAgo = new Date(at.getTime() - 3_600_000);
		if ((await tx.messages.countSince(dossier.id, 'test', anHourAgo)) >= mostAnHour)
			return refuse('test_too_soon');
		await announce(tx, deps, { dossier: dossier.id, kind: 'test', session: null }, at);
		return ok();
	});
