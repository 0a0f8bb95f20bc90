import { and, asc, count, getTableColumns, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Inspections } from '#lib/services/ports/inspections.ts';
import type { Db } from './connection.ts';
import { dossier, stepDone, suspension } from './schema/dossiers.ts';
import { callback, callbackAsk } from './schema/help.ts';
import { intakeEvent } from './schema/intake.ts';
import { letterCode, passkey, signIn } from './schema/signIn.ts';

const { id, personKey, person, confirmedOn, closedOn } = getTableColumns(dossier);

/** What `check` reads, on PostgreSQL. */
export const inspectionsOn = (db: Db): Inspections => ({
	async dossiers(after, most) {
		const page = await db
			.select({ id, personKey, person, confirmedOn, closedOn })
			.from(dossier)
			.where(gt(dossier.id, after))
			.orderBy(asc(dossier.id))
			.limit(most);
		const ids = page.map((each) => each.id);
		const done = await grouped(db.select().from(stepDone).where(inArray(stepDone.dossier, ids)));
		const pauses = await grouped(db.select().from(suspension).where(inArray(suspension.dossier, ids)));
		const events = await counted(db, intakeEvent, ids);
		const codes = await counted(db, letterCode, ids, letterCode.endedAt);
		const signIns = await counted(db, signIn, ids);
		const passkeys = await counted(db, passkey, ids);
		return page.map((each) => ({
			...each,
			done: done.get(each.id) ?? [],
			suspensions: pauses.get(each.id) ?? [],
			registerEvents: events.get(each.id) ?? 0,
			workingCodes: codes.get(each.id) ?? 0,
			signIns: signIns.get(each.id) ?? 0,
			passkeys: passkeys.get(each.id) ?? 0,
		}));
	},
	callbacks: () =>
		db
			.select({
				code: callback.code,
				way: callback.way,
				hasContact: sql<boolean>`${callback.contact} is not null`,
				outcome: callback.outcome,
				closedAt: callback.closedAt,
				contactDeletedAt: callback.contactDeletedAt,
				claimedUntil: callback.claimedUntil,
				asks: sql<number>`(select count(*)::int from ${callbackAsk}
					where ${callbackAsk.callback} = ${callback.id} and ${callbackAsk.withdrawnAt} is null)`,
			})
			.from(callback)
			.orderBy(asc(callback.openedAt)),
	async jobs(now) {
		const jobs = async (which: ReturnType<typeof sql>) =>
			(await db.execute(which)).rows as { job: string; times: number }[];
		return {
			deadLetters: await jobs(sql`
				select coalesce(source_name, name) as job, count(*)::int as times from pgboss.job
				where name = 'dead-letters' and state in ('created', 'retry', 'failed') group by 1 order by 1`),
			stuck: await jobs(sql`
				select name as job, count(*)::int as times from pgboss.job
				where state = 'active' and started_on + expire_seconds * interval '2 s' < ${now.toISOString()}::timestamptz
				group by 1 order by 1`),
		};
	},
});

/** How many rows of a table each dossier has; with `unless`, only those where that column is empty. */
const counted = async (
	db: Db,
	table: PgTable & { dossier: PgColumn },
	ids: string[],
	unless?: PgColumn,
): Promise<Map<string, number>> => {
	const rows = await db
		.select({ dossier: table.dossier, rows: count() })
		.from(table as PgTable)
		.where(and(inArray(table.dossier, ids), unless && isNull(unless)))
		.groupBy(table.dossier);
	return new Map(rows.map((each) => [String(each.dossier), each.rows]));
};

const grouped = async <Row extends { dossier: string }>(rows: Promise<Row[]>): Promise<Map<string, Row[]>> =>
	Map.groupBy(await rows, (row) => row.dossier);
