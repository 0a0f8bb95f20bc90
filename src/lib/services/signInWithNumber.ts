import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { numberHashOf } from './personHashes.ts';
import type { Actor, Deps } from './ports.ts';
import { startSignInWithin } from './startSignIn.ts';
import type { NewSignIn, StartedSignIn } from './startSignIn.ts';

/** The national number that an identity provider vouched for, eleven digits. */
export type VouchedNumber = { nationalNumber: string } & Pick<NewSignIn, 'sharedDevice' | 'replaces'>;

/** Signs in the person of a national number; refuses `no_dossier` when no commune has told Halte of them, or all was erased. */
export const signInWithNumber = (
	deps: Deps,
	actor: Actor,
	{ nationalNumber, sharedDevice, replaces }: VouchedNumber,
): Promise<Result<StartedSignIn, 'no_dossier'>> =>
	deps.store.transact(async (tx) => {
		const dossier = await tx.dossiers.findByNumber(numberHashOf(deps.vault, nationalNumber));
		if (!dossier?.person) return refuse('no_dossier');
		const signIn = { dossier: dossier.id, by: 'identity_provider', sharedDevice, replaces } as const;
		return ok(await startSignInWithin(tx, deps, actor, signIn));
	});
