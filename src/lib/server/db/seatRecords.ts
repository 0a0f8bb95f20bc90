import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SeatEvent } from '#lib/domain/seatLedger.ts';
import type { SeatRecords } from '#lib/services/ports/seatRecords.ts';
import type { Db } from './connection.ts';
import { booking, seatEvent, session, waitingEntry } from './schema/courses.ts';

/** What a check of the seats reads, on PostgreSQL. */
export const seatRecordsOn = (db: Db): SeatRecords => ({
	async ledger(only) {
		const rows = await db
			.select({
				session: seatEvent.session,
				dossier: seatEvent.dossier,
				kind: seatEvent.kind,
				booking: seatEvent.booking,
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
	overbooked: (only) =>
		db
			.select({ session: session.id, seats: session.seats, taken: sql<number>`count(*)::int` })
			.from(session)
			.innerJoin(booking, and(eq(booking.session, session.id), isNull(booking.cancelledAt)))
			.where(only === undefined ? undefined : eq(session.id, only))
			.groupBy(session.id)
			.having(sql`count(*) > ${session.seats}`),
});
