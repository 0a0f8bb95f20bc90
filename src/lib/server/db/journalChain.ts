import { asc, desc, eq, getTableColumns, gt, isNull, sql } from 'drizzle-orm';
import type { JournalChain } from '#lib/services/ports/journalChain.ts';
import { advisoryLocks } from './advisoryLocks.ts';
import type { Db } from './connection.ts';
import { journal, journalLink } from './schema/journal.ts';

const line = getTableColumns(journal);
const link = getTableColumns(journalLink);

/** The journal's hash chain on PostgreSQL. */
export const journalChainOn = (db: Db): JournalChain => ({
	async lock() {
		await db.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.journalChain})`);
	},
	async last() {
		const [last] = await db.select(link).from(journalLink).orderBy(desc(journalLink.position)).limit(1);
		return last ?? null;
	},
	async unsealed(most) {
		// Lines behind the last sealed one are found by their number; only when there are none, the whole
		// journal is searched for lines that were numbered early and committed late.
		const newest = await db
			.select(line)
			.from(journal)
			.where(gt(journal.seq, sql`coalesce((select max(${journalLink.seq}) from ${journalLink}), 0)`))
			.orderBy(asc(journal.seq))
			.limit(most);
		if (newest.length > 0) return newest;
		return db
			.select(line)
			.from(journal)
			.leftJoin(journalLink, eq(journalLink.seq, journal.seq))
			.where(isNull(journalLink.seq))
			.orderBy(asc(journal.seq))
			.limit(most);
	},
	async countUnsealed() {
		const [count] = await db
			.select({ lines: sql<number>`count(*)::int` })
			.from(journal)
			.leftJoin(journalLink, eq(journalLink.seq, journal.seq))
			.where(isNull(journalLink.seq));
		return count?.lines ?? 0;
	},
	async add(links) {
		if (links.length > 0) await db.insert(journalLink).values(links);
	},
	after: (position, most) =>
		db
			.select({ link, line })
			.from(journalLink)
			.leftJoin(journal, eq(journal.seq, journalLink.seq))
			.where(gt(journalLink.position, position))
			.orderBy(asc(journalLink.position))
			.limit(most),
});
