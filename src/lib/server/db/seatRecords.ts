import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SeatEvent } from '#lib/domain/seatLedger.ts';
import type { SeatRecords } from '#lib/services/ports/seatRecords.ts';
import type { Db } from './connection.ts';
import { booking, seatEvent, seatHold, waitingEntry } from './schema/courses.ts';
import { countsInSql } from './seatCounts.ts';

/** What a check of the seats reads, on PostgreSQL. */
export const seatRecordsOn = (db: Db): SeatRecords => ({
	async ledger(only) {
		const rows = await db
			.select({
				session: seatEvent.session,
				dossier: seatEvent.dossier,
				kind: seatEvent.kind,
				booking: seatEvent.booking,
				hold: seatEvent.hold,
				until: seatEvent.until,
			})
			.from(seatEvent)
			.where(only === undefined ? undefined : eq(seatEvent.session, only))
			.orderBy(asc(seatEvent.seq));
		return rows as SeatEvent[];
	},
	standing: (only) =>
		db
			.select({ session: booking.session, dossier: booking.dossier, booking: booking.id })
			.from(booking)
			.where(and(isNull(booking.cancelledAt), only === undefined ? undefined : eq(booking.session, only))),
	inLine: (only) =>
		db
			.select({ session: waitingEntry.session, dossier: waitingEntry.dossier })
			.from(waitingEntry)
			.where(
				and(isNull(waitingEntry.leftAt), only === undefined ? undefined : eq(waitingEntry.session, only)),
			),
	async kept(only) {
		const rows = await db
			.select({
				session: seatHold.session,
				dossier: seatHold.dossier,
				hold: seatHold.id,
				kind: seatHold.kind,
				until: seatHold.until,
			})
			.from(seatHold)
			.where(and(isNull(seatHold.endedAt), only === undefined ? undefined : eq(seatHold.session, only)));
		return rows as Awaited<ReturnType<SeatRecords['kept']>>;
	},
	async overbooked(at, only) {
		const { taken } = countsInSql(sql`s.id`, at);
		const { rows } = await db.execute<{ session: string; seats: number; taken: number }>(
			sql`select * from (select s.id as session, s.seats, ${taken} as taken from session s
				where ${only === undefined ? sql`true` : sql`s.id = ${only}`}) c where taken > seats order by session`,
		);
		return rows;
	},
});
