import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';
import { startSignInWithin } from './startSignIn.ts';
import type { NewSignIn, StartedSignIn } from './startSignIn.ts';

/** The passkey whose signature was good, and the counter it signed. */
export type UsedPasskey = { id: string; counter: number } & Pick<NewSignIn, 'sharedDevice' | 'replaces'>;

/**
 * Signs in whoever's passkey this is. Refuses `unknown_passkey` when it was removed meanwhile, when its counter did not
 * move on (somebody has a copy), or when the dossier was erased.
 */
export const signInWithPasskey = (
	deps: Deps,
	actor: Actor,
	{ id, counter, sharedDevice, replaces }: UsedPasskey,
): Promise<Result<StartedSignIn, 'unknown_passkey'>> =>
	deps.store.transact(async (tx) => {
		const passkey = await tx.passkeys.find(id);
		const dossier = passkey && (await tx.dossiers.find(passkey.dossier));
		if (!dossier?.person) return refuse('unknown_passkey');
		if (!(await tx.passkeys.use(id, counter, deps.now()))) {
			const line = { actor, action: 'sign_in_refused', dossier: dossier.id, codes: { by: 'passkey' } };
			await tx.journal.write([line], deps.now());
			return refuse('unknown_passkey');
		}
		const signIn = { dossier: dossier.id, by: 'passkey', sharedDevice, replaces } as const;
		return ok(await startSignInWithin(tx, deps, actor, signIn));
	});
