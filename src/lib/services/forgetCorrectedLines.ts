import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';

const days = 90;

/** Deletes the quarantined lines of register files that were corrected more than 90 days ago; returns how many. */
export const forgetCorrectedLines = async ({ store, now }: Deps, _actor: Actor): Promise<Ok<number>> => {
	const before = new Date(now().getTime() - days * 24 * 60 * 60 * 1_000);
	return ok(await store.transact((tx) => tx.intake.forgetCorrected(before)));
};
