import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';

/** Ends one of the actor's own sign-ins, this one or one elsewhere; refuses what is not there or not theirs. */
export const endSignIn = (
	{ store, now }: Deps,
	actor: Actor,
	{ id }: { id: string },
): Promise<Result<undefined, 'not_found'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? actor.id : null;
		if (!dossier || !(await tx.signIns.end(dossier, id))) return refuse('not_found');
		await tx.journal.write([{ actor, action: 'signed_out', dossier }], now());
		return ok();
	});

/** Ends all of the actor's sign-ins, on every device; the next request of each is refused. */
export const signOutEverywhere = (
	{ store, now }: Deps,
	actor: Actor,
): Promise<Result<undefined, 'not_found'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? actor.id : null;
		if (!dossier) return refuse('not_found');
		await tx.signIns.endAll(dossier);
		await tx.journal.write([{ actor, action: 'signed_out', dossier, codes: { everywhere: true } }], now());
		return ok();
	});
