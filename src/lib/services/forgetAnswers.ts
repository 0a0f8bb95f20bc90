import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';

const hours = 7 * 24;

/**
 * Deletes the answers kept for repeated requests after 7 days; returns how many. The promise is 72 hours: a phone that
 * was off over a long weekend still gets the same answer.
 */
export const forgetAnswers = async ({ store, now }: Deps, _actor: Actor): Promise<Ok<number>> => {
	const before = new Date(now().getTime() - hours * 60 * 60 * 1_000);
	return ok(await store.transact((tx) => tx.idempotentAnswers.forgetBefore(before)));
};
