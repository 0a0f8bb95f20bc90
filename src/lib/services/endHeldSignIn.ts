import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';

/** Ends what a browser holds, whoever's it is: whoever empties a shared screen need not be the one who is signed in. */
export const endHeldSignIn = (
	{ store, now }: Deps,
	actor: Actor,
	{ token }: { token: string },
): Promise<Result<undefined, 'not_found'>> =>
	store.transact(async (tx) => {
		const held = await tx.signIns.read(token, now());
		if (!held) return refuse('not_found');
		await tx.signIns.endToken(token);
		await tx.journal.write([{ actor, action: 'signed_out', dossier: held.dossier }], now());
		return ok();
	});

/**
 * Ends a sign-in at a counter whose page was gone at `since` (the tab closed, the browser killed, the plug pulled), unless
 * another page of it has been seen since.
 */
export const endAbandonedSignIn = (
	{ store, now }: Deps,
	actor: Actor,
	{ token, since }: { token: string; since: Date },
): Promise<Result<undefined, 'still_there'>> =>
	store.transact(async (tx) => {
		const dossier = await tx.signIns.endUnseen(token, since);
		if (!dossier) return refuse('still_there');
		await tx.journal.write([{ actor, action: 'signed_out', dossier }], now());
		return ok();
	});
