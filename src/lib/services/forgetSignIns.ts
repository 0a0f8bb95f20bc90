import { triesKept } from '#lib/domain/signInLimits.ts';
import type { Deps } from './ports.ts';

/** Deletes what signing in leaves behind: sign-ins that ran out, tries that no longer count, challenges nobody answered. */
export const forgetSignIns = ({ store, now }: Deps): Promise<void> =>
	store.transact(async (tx) => {
		await tx.signIns.forget(now());
		await tx.signInAttempts.forget(new Date(now().getTime() - triesKept));
		await tx.challenges.forget(now());
	});
