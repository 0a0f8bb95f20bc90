import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SeatKept } from '#lib/domain/hold.ts';
import type { Bookings, SeatCount, SeatRequest } from '#lib/services/ports/bookings.ts';
import { executeNamed } from './connection.ts';
import type { Db } from './connection.ts';
import { taughtInJson, timetableInJson } from './inJson.ts';
import { booking, seatEvent, session as sessionTable, waitingEntry } from './schema/courses.ts';
import { countsInSql, isKeptInSql, lineInSql } from './seatCounts.ts';

/** Seats, lines and their ledger on PostgreSQL. */
export const bookingsOn = (db: Db): Bookings => ({
	async count(session, at) {
		const { taken, assisted, waiting, lapsed } = countsInSql(sql`${session}`, at);
		const { rows } = await db.execute<SeatCount>(
			sql`select ${taken} as taken, ${assisted} as assisted, ${waiting} as waiting, ${lapsed} as lapsed`,
		);
		return rows[0] as SeatCount;
	},
	async request(session, dossier, at) {
		const { taken, assisted, waiting, lapsed } = countsInSql(sql`${session}`, at, dossier);
		type Read = Omit<SeatRequest, 'kept'> & { kept: (Omit<SeatKept, 'until'> & { until: string }) | null };
		// Everybody else who wants a seat of this session waits meanwhile: to plan it takes longer than to answer it.
		const statement = sql`select
			${taken} as taken, ${assisted} as assisted, ${waiting} as waiting, ${lapsed} as lapsed,
			(select place from (${lineInSql} and w.session = ${session}) l where dossier = ${dossier}) as place,
			(select json_build_object('id', k.id, 'kind', k.kind, 'until', k.until, 'extended', k.extended,
					'assisted', k.assisted)
				from seat_hold k
				where k.session = ${session} and k.dossier = ${dossier} and ${isKeptInSql(at)}) as kept,
			(select coalesce(json_agg(json_build_object('id', s.id, ${timetableInJson},
					'teaches', json_build_object(${taughtInJson}))), '[]')
				from booking b join session s on s.id = b.session join course c on c.id = s.course
				where b.dossier = ${dossier} and b.cancelled_at is null) as seats,
			(select json_build_object(${taughtInJson})
				from session s join course c on c.id = s.course where s.id = ${session}) as teaches,
			(select coalesce(json_agg(json_build_object('step', step, 'on', "on", 'office', office)), '[]')
				from step_done where dossier = ${dossier}) as done,
			(select coalesce(json_agg(json_build_object('from', "from", 'until', "until")), '[]')
				from suspension where dossier = ${dossier}) as suspensions`;
		const [{ kept, ...read }] = (await executeNamed<Read>(db, 'seat-request', statement)) as [Read];
		return { ...read, kept: kept && { ...kept, until: new Date(kept.until) } };
	},
	async find(id) {
		const [found] = await db.select().from(booking).where(eq(booking.id, id));
		return found ?? null;
	},
	ofDossier: (dossier) =>
		db
			.select()
			.from(booking)
			.where(and(eq(booking.dossier, dossier), isNull(booking.cancelledAt)))
			.orderBy(desc(booking.bookedAt), desc(booking.id)),
	calledOffOf: async (dossier) => {
		// Calling off ends the bookings at its own instant; who gave a seat back before has another.
		const rows = await db
			.select({ booking })
			.from(booking)
			.innerJoin(sessionTable, eq(sessionTable.id, booking.session))
			.where(and(eq(booking.dossier, dossier), eq(booking.cancelledAt, sessionTable.calledOffAt)));
		return rows.map((row) => row.booking);
	},
	everIn: (session) => db.select().from(booking).where(eq(booking.session, session)),
	async waitingIn(session) {
		const { rows } = await db.execute<{ dossier: string }>(
			sql`with line as (${lineInSql} and w.session = ${session}) select dossier from line order by place`,
		);
		return rows.map(({ dossier }) => dossier);
	},
	async add(added) {
		const rows = await db.insert(booking).values(added).onConflictDoNothing().returning({ id: booking.id });
		return rows.length > 0 ? 'added' : 'already_booked';
	},
	async cancel(id, at) {
		await db.update(booking).set({ cancelledAt: at }).where(eq(booking.id, id));
	},
	async waitingOf(dossier, at) {
		const mine = db
			.select({ session: waitingEntry.session })
			.from(waitingEntry)
			.where(and(eq(waitingEntry.dossier, dossier), isNull(waitingEntry.leftAt)));
		const { rows } = await db.execute<{
			session: string;
			joined_at: Date;
			place: number;
			offer_until: Date | null;
		}>(
			sql`with line as (${lineInSql} and w.session in (${mine}))
				select l.session, l.joined_at, l.place, (select k.until from seat_hold k where k.session = l.session
					and k.dossier = l.dossier and k.kind = 'offer' and ${isKeptInSql(at)}) as offer_until
				from line l where l.dossier = ${dossier} order by l.joined_at, l.session`,
		);
		return rows.map(({ session, joined_at, place, offer_until }) => ({
			session,
			joinedAt: new Date(joined_at),
			place,
			offerUntil: offer_until && new Date(offer_until),
		}));
	},
	async joinLine({ at, session, ...entry }) {
		// Never before somebody who is already in line, also when two servers' clocks differ.
		const last = db
			.select({ next: sql`max(${waitingEntry.joinedAt}) + interval '1 millisecond'` })
			.from(waitingEntry)
			.where(eq(waitingEntry.session, session));
		const rows = await db
			.insert(waitingEntry)
			.values({ ...entry, session, joinedAt: sql`greatest(${at.toISOString()}::timestamptz, (${last}))` })
			.onConflictDoNothing()
			.returning({ id: waitingEntry.id });
		return rows.length > 0 ? 'joined' : 'already_waiting';
	},
	async leaveLine(session, dossier, at) {
		const rows = await db
			.update(waitingEntry)
			.set({ leftAt: at })
			.where(
				and(
					eq(waitingEntry.session, session),
					eq(waitingEntry.dossier, dossier),
					isNull(waitingEntry.leftAt),
				),
			)
			.returning({ id: waitingEntry.id });
		return rows.length > 0 ? 'left' : 'not_waiting';
	},
	async record(lines, at) {
		if (lines.length === 0) return;
		await db.insert(seatEvent).values(
			lines.map(({ actor, ...event }) => ({
				...event,
				at,
				actorKind: actor.kind,
				actorId: actor.id,
				channel: actor.channel,
				device: actor.device,
			})),
		);
	},
});
