import { eq } from 'drizzle-orm';
import type { KeptNeeds } from '#lib/services/ports/needs.ts';
import type { Db } from './connection.ts';
import { needs } from './schema/needs.ts';

/** What people need, on PostgreSQL. */
export const needsOn = (db: Db): KeptNeeds => ({
	async find(dossier) {
		const [found] = await db.select({ sealed: needs.needs }).from(needs).where(eq(needs.dossier, dossier));
		return found?.sealed ?? null;
	},
	async keep(dossier, sealed, keptAt) {
		const kept = { needs: sealed, keptAt };
		await db
			.insert(needs)
			.values({ dossier, ...kept })
			.onConflictDoUpdate({ target: needs.dossier, set: kept });
	},
});
