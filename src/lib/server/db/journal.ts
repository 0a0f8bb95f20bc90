import { desc, eq, sql } from 'drizzle-orm';
import type { Journal } from '#lib/services/ports/journal.ts';
import type { Db } from './connection.ts';
import { columnOf } from './rows.ts';
import { journal } from './schema/journal.ts';

/** The journal on PostgreSQL. */
export const journalOn = (db: Db): Journal => ({
	async write(lines, at) {
		if (lines.length === 0) return;
		const column = columnOf(lines);
		await db.execute(sql`
			insert into journal (at, actor_kind, actor_id, channel, action, dossier, codes)
			select ${at.toISOString()}::timestamptz, actor_kind, actor_id, channel, action, dossier, codes
			from unnest(
				${column(({ actor }) => actor.kind)}::text[], ${column(({ actor }) => actor.id)}::text[],
				${column(({ actor }) => actor.channel)}::text[], ${column((line) => line.action)}::text[],
				${column((line) => line.dossier)}::text[],
				${column((line) => JSON.stringify(line.codes ?? {}))}::jsonb[]
			) as line (actor_kind, actor_id, channel, action, dossier, codes)`);
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
