import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { mustFollowInSql } from './dossiers.ts';

/**
 * The line of a session: people who must follow the pathway first (they have priority, Cocom ordinance of 20 July 2023),
 * then who joined first. The one order for the place that is shown and for the seat that is offered.
 */
export const lineOrderInSql = sql`${mustFollowInSql} desc, w.joined_at, w.id`;

/** Everybody in line, each with their place. */
export const lineInSql = sql`select w.id, w.session, w.dossier, w.joined_at,
		row_number() over (partition by w.session order by ${lineOrderInSql})::int as place
	from waiting_entry w join dossier d on d.id = w.dossier where w.left_at is null`;

/** An instant as a parameter. */
export const instantInSql = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** Whether the row `k` of seat_hold keeps its seat at an instant. */
export const isKeptInSql = (at: Date): SQL => sql`(k.ended_at is null and k.until > ${instantInSql(at)})`;

/** Whether the person of dossier `d` may have a seat on the day of an instant: `whyNoRight` of `statusOf`, as SQL. */
export const mayFollowInSql = (at: Date): SQL => {
	const today = sql`${brusselsToday(at)}::date`;
	return sql`((d.closed_on is null or d.closed_on > ${today})
		and not exists (select 1 from step_done x where x.dossier = d.id and x.step = 'completion')
		and case when d.confirmed_on is not null or exists (select 1 from step_done x where x.dossier = d.id)
			then not exists (select 1 from suspension p where p.dossier = d.id
				and p."from" <= ${today} and (p.until is null or p.until >= ${today}))
			else d.outcome = 'obliged' or d.may_follow_voluntarily is true end)`;
};

/** The people in a session's line who may have a seat and have none kept, as `from … where …`. */
export const toServeInSql = (session: SQL, at: Date): SQL => sql`from waiting_entry w
	join dossier d on d.id = w.dossier
	where w.session = ${session} and w.left_at is null and ${mayFollowInSql(at)}
		and not exists (select 1 from seat_hold k
			where k.session = w.session and k.dossier = w.dossier and ${isKeptInSql(at)})`;

/** A session's counts, as columns of a select; what is kept for `except` is left out. */
export const countsInSql = (session: SQL, at: Date, except: string | null = null) => {
	const others = except === null ? sql`true` : sql`k.dossier <> ${except}`;
	const gone = (only: SQL, onlyKept: SQL) => sql`(
		(select count(*) from booking b where b.session = ${session} and b.cancelled_at is null and ${only})
		+ (select count(*) from seat_hold k
			where k.session = ${session} and ${isKeptInSql(at)} and ${others} and ${onlyKept}))::int`;
	return {
		taken: gone(sql`true`, sql`true`),
		assisted: gone(sql`b.assisted`, sql`k.assisted`),
		waiting: sql`(select count(*)::int ${toServeInSql(session, at)})`,
		lapsed: sql`(select count(*)::int from seat_hold k
			where k.session = ${session} and k.ended_at is null and k.until <= ${instantInSql(at)})`,
	};
};
