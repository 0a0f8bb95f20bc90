import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Callbacks } from '#lib/services/ports/callbacks.ts';
import { callbackColumns, callbackOf } from './callbackRows.ts';
import type { Db } from './connection.ts';
import { callback, callbackAttempt } from './schema/help.ts';

/** Nobody closed it. */
export const isOpen = isNull(callback.closedAt);
/** The order of the queue: what was promised first, then who asked first. */
export const queue = [asc(callback.windowStart), asc(callback.openedAt), asc(callback.id)];
/** Spoken with in this round: not called again, only the outcome is left to write down. */
export const wasReached = sql<boolean>`exists (select from ${callbackAttempt} made where made.callback = ${callback}.id
	and made.result = 'reached' and made.at >= ${callback}.round_from)`;
/** In the queue, and in nobody's hand. */
const isFree = (now: Date) =>
	and(
		isOpen,
		isNull(callback.handedOnAt),
		or(isNull(callback.claimedUntil), lte(callback.claimedUntil, now)),
		sql`not ${wasReached}`,
	);

/** Taking requests into an agent's hand, on PostgreSQL. */
export const claimsOn = (db: Db): Pick<Callbacks, 'claim' | 'nextWindow'> => ({
	async claim(by, until, now) {
		const [next] = await db
			.select({ id: callback.id })
			.from(callback)
			.where(and(isFree(now), lte(callback.windowStart, now)))
			.orderBy(...queue)
			.limit(1)
			.for('update', { skipLocked: true });
		if (!next) return null;
		const [claimed] = await db
			.update(callback)
			.set({ claimedBy: by, claimedUntil: until })
			.where(eq(callback.id, next.id))
			.returning(callbackColumns);
		return claimed ? callbackOf(claimed) : null;
	},
	async nextWindow(now) {
		const [next] = await db
			.select({ start: callback.windowStart })
			.from(callback)
			.where(and(isFree(now), gt(callback.windowStart, now)))
			.orderBy(asc(callback.windowStart))
			.limit(1);
		return next?.start ?? null;
	},
});
