import { and, asc, eq, getTableColumns, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Hold, Holds } from '#lib/services/ports/holds.ts';
import type { Db } from './connection.ts';
import { seatHold } from './schema/courses.ts';
import { instantInSql, lineOrderInSql, mayFollowInSql, toServeInSql } from './seatCounts.ts';

const { endedAt: _ended, since: _since, ...columns } = getTableColumns(seatHold);

/** Seats kept for a while, on PostgreSQL. */
export const holdsOn = (db: Db): Holds => ({
	async ofDossier(dossier, at) {
		return (await db
			.select(columns)
			.from(seatHold)
			.where(and(eq(seatHold.dossier, dossier), isNull(seatHold.endedAt), gt(seatHold.until, at)))
			.orderBy(asc(seatHold.until), asc(seatHold.id))) as Hold[];
	},
	async inSession(session) {
		return (await db
			.select(columns)
			.from(seatHold)
			.where(and(eq(seatHold.session, session), isNull(seatHold.endedAt)))) as Hold[];
	},
	async add(hold) {
		const rows = await db.insert(seatHold).values(hold).onConflictDoNothing().returning({ id: seatHold.id });
		return rows.length > 0 ? 'added' : 'already_kept';
	},
	async extend(id, until) {
		await db
			.update(seatHold)
			.set({ until, extended: sql`${seatHold.extended} + 1` })
			.where(eq(seatHold.id, id));
	},
	async shorten(id, until) {
		await db.update(seatHold).set({ until }).where(eq(seatHold.id, id));
	},
	async end(id, at) {
		await db.update(seatHold).set({ endedAt: at }).where(eq(seatHold.id, id));
	},
	async lapse(session, at) {
		const ended = await db
			.update(seatHold)
			.set({ endedAt: at })
			.where(and(eq(seatHold.session, session), isNull(seatHold.endedAt), lte(seatHold.until, at)))
			.returning({
				id: seatHold.id,
				dossier: seatHold.dossier,
				kind: seatHold.kind,
				until: seatHold.until,
			});
		return (ended as Awaited<ReturnType<Holds['lapse']>>).toSorted(
			(one, other) => one.until.getTime() - other.until.getTime() || (one.id < other.id ? -1 : 1),
		);
	},
	async nextInLine(session, at, most) {
		const { rows } = await db.execute<{ dossier: string }>(
			sql`select w.dossier ${toServeInSql(sql`${session}`, at)} order by ${lineOrderInSql} limit ${most}`,
		);
		return rows.map(({ dossier }) => dossier);
	},
	async toPromote(at) {
		const { rows } = await db.execute<{ session: string }>(sql`
			select k.session from seat_hold k where k.ended_at is null and k.until <= ${instantInSql(at)}
			union
			select w.session from waiting_entry w
				join dossier d on d.id = w.dossier
				join session s on s.id = w.session
			where w.left_at is null and ${mayFollowInSql(at)}
				and s.called_off_at is null
				-- As many days as a first meeting may come after starts_on: see startsFrom.
				and s.starts_on + 20 >= (${instantInSql(at)} at time zone 'Europe/Brussels')::date
				and s.seats > (select count(*) from booking b where b.session = s.id and b.cancelled_at is null)
					+ (select count(*) from seat_hold k where k.session = s.id and k.ended_at is null)
			order by 1`);
		return rows.map(({ session }) => session);
	},
});
