import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Bookings, SeatCount, SeatRequest, WaitingEntry } from '#lib/services/ports/bookings.ts';
import type { Db } from './connection.ts';
import { mustFollowInSql } from './dossiers.ts';
import { booking, seatEvent, waitingEntry } from './schema/courses.ts';

/**
 * The line of a session: people who must follow the pathway first (they have priority, Cocom ordinance of 20 July 2023),
 * then who joined first. The one order for the place that is shown and for the seat that is given.
 */
export const lineInSql = sql`select w.session, w.dossier, w.joined_at, row_number() over (
		partition by w.session order by ${mustFollowInSql} desc, w.joined_at, w.id)::int as place
	from waiting_entry w join dossier d on d.id = w.dossier where w.left_at is null`;

/** Seats, lines and their ledger on PostgreSQL. */
export const bookingsOn = (db: Db): Bookings => ({
	async count(session) {
		const { rows } = await db.execute<SeatCount>(sql`select
			(select count(*)::int from booking where session = ${session} and cancelled_at is null) as taken,
			(select count(*)::int from waiting_entry where session = ${session} and left_at is null) as waiting`);
		return rows[0] as SeatCount;
	},
	async request(session, dossier) {
		const { rows } =
			await db.execute<SeatRequest>(sql`with line as (${lineInSql} and w.session = ${session}) select
			(select count(*)::int from booking where session = ${session} and cancelled_at is null) as taken,
			(select count(*)::int from line) as waiting,
			(select place from line where dossier = ${dossier}) as place,
			(select coalesce(json_agg(json_build_object('id', s.id, 'startsOn', s.starts_on, 'weekdays', s.weekdays,
					'startTime', to_char(s.start_time, 'HH24:MI'), 'endTime', to_char(s.end_time, 'HH24:MI'),
					'meetings', s.meetings)), '[]')
				from booking b join session s on s.id = b.session
				where b.dossier = ${dossier} and b.cancelled_at is null) as seats,
			(select coalesce(json_agg(json_build_object('step', step, 'on', "on", 'office', office)), '[]')
				from step_done where dossier = ${dossier}) as done,
			(select coalesce(json_agg(json_build_object('from', "from", 'until', "until")), '[]')
				from suspension where dossier = ${dossier}) as suspensions`);
		return rows[0] as SeatRequest;
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
	async waitingOf(dossier) {
		const mine = db
			.select({ session: waitingEntry.session })
			.from(waitingEntry)
			.where(and(eq(waitingEntry.dossier, dossier), isNull(waitingEntry.leftAt)));
		const { rows } = await db.execute<{ session: string; joined_at: Date; place: number }>(
			sql`with line as (${lineInSql} and w.session in (${mine}))
				select session, joined_at, place from line where dossier = ${dossier} order by joined_at, session`,
		);
		return rows.map(({ session, joined_at, place }): WaitingEntry => ({
			session,
			joinedAt: new Date(joined_at),
			place,
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
	async record({ actor, ...event }, at) {
		await db.insert(seatEvent).values({
			...event,
			at,
			actorKind: actor.kind,
			actorId: actor.id,
			channel: actor.channel,
			device: actor.device,
		});
	},
});
