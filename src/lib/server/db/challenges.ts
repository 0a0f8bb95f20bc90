import { and, eq, lte } from 'drizzle-orm';
import type { Challenges } from '#lib/services/ports/challenges.ts';
import type { Db } from './connection.ts';
import { challenge as table } from './schema/signIn.ts';

/** Challenges on PostgreSQL. */
export const challengesOn = (db: Db): Challenges => ({
	async put(challenge) {
		await db.insert(table).values(challenge);
	},
	async take(idHash, kind, at) {
		// One statement: of two answers that come at once, one finds it.
		const [taken] = await db
			.delete(table)
			.where(and(eq(table.idHash, idHash), eq(table.kind, kind)))
			.returning();
		return taken && taken.expiresAt > at ? taken.data : null;
	},
	async forget(at) {
		await db.delete(table).where(lte(table.expiresAt, at));
	},
});
