import { desc, eq } from 'drizzle-orm';
import type { Journal } from '#lib/services/ports/journal.ts';
import type { Db } from './connection.ts';
import { journal } from './schema/journal.ts';

/** The journal on PostgreSQL. */
export const journalOn = (db: Db): Journal => ({
	async write(lines, at) {
		if (lines.length === 0) return;
		await db.insert(journal).values(
			lines.map(({ actor, action, dossier, codes }) => ({
				at,
				actorKind: actor.kind,
				actorId: actor.id,
				channel: actor.channel,
				action,
				dossier,
				codes: codes ?? {},
			})),
		);
	},
	ofDossier: (dossier, most) =>
		db
			.select({
				at: journal.at,
				actorKind: journal.actorKind,
				actorId: journal.actorId,
				channel: journal.channel,
				action: journal.action,
				codes: journal.codes,
			})
			.from(journal)
			.where(eq(journal.dossier, dossier))
			.orderBy(desc(journal.seq))
			.limit(most),
});
