import { eq } from 'drizzle-orm';
import type { Marks } from '#lib/services/ports/marks.ts';
import type { Db } from './connection.ts';
import { mark } from './schema/journal.ts';

/** Marks on PostgreSQL. */
export const marksOn = (db: Db): Marks => ({
	async has(name) {
		const found = await db.select({ name: mark.name }).from(mark).where(eq(mark.name, name));
		return found.length > 0;
	},
	async setAt(name) {
		const [found] = await db.select({ at: mark.at }).from(mark).where(eq(mark.name, name));
		return found?.at ?? null;
	},
	async set(name, at) {
		await db.insert(mark).values({ name, at }).onConflictDoNothing();
	},
});
