import { and, asc, eq, getTableColumns, gte, inArray, sql } from 'drizzle-orm';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Courses, SessionOffered } from '#lib/services/ports/courses.ts';
import type { Db } from './connection.ts';
import { course, session } from './schema/courses.ts';
import { office } from './schema/offices.ts';
import { countsInSql, isKeptInSql } from './seatCounts.ts';

/** PostgreSQL writes a time as "09:00:00"; a timetable says "09:00". */
const toSession = <Row extends { startTime: string; endTime: string; calledOffAt: Date | null }>({
	calledOffAt,
	...row
}: Row): Session =>
	({
		...row,
		startTime: row.startTime.slice(0, 5),
		endTime: row.endTime.slice(0, 5),
		calledOff: calledOffAt !== null,
	}) as unknown as Session;

/** Courses and sessions on PostgreSQL. */
export const coursesOn = (db: Db): Courses => ({
	async find(id) {
		const [found] = await db.select().from(course).where(eq(course.id, id));
		return (found as Course | undefined) ?? null;
	},
	async lock(id) {
		// "no key update": a new session's foreign key may look at the row meanwhile.
		const [found] = await db.select().from(course).where(eq(course.id, id)).for('no key update');
		return (found as Course | undefined) ?? null;
	},
	async sessionsOf(id) {
		const rows = await db.select({ id: session.id }).from(session).where(eq(session.course, id));
		return rows.map((row) => row.id);
	},
	async hasPeople(id, at) {
		const { rows } = await db.execute<{ has_people: boolean }>(sql`
			select exists (select 1 from session s where s.course = ${id} and (
				exists (select 1 from booking b where b.session = s.id and b.cancelled_at is null)
				or exists (select 1 from waiting_entry w where w.session = s.id and w.left_at is null)
				or exists (select 1 from seat_hold k where k.session = s.id and ${isKeptInSql(at)}))) as has_people`);
		return rows[0]?.has_people === true;
	},
	async findSession(id) {
		const [found] = await db.select().from(session).where(eq(session.id, id));
		return found ? toSession(found) : null;
	},
	async lockSession(id) {
		// "no key update": a booking's foreign key may look at the row meanwhile, a second counter may not.
		const [found] = await db.select().from(session).where(eq(session.id, id)).for('no key update');
		return found ? toSession(found) : null;
	},
	async sessions(ids) {
		if (ids.length === 0) return [];
		return (
			await db
				.select()
				.from(session)
				.where(inArray(session.id, [...ids]))
		).map(toSession);
	},
	async offered(wish) {
		if (wish.sessions?.length === 0) return [];
		const counts = countsInSql(sql`${session.id}`, wish.at);
		const rows = await db
			.select({
				session: getTableColumns(session),
				course: getTableColumns(course),
				office: { id: office.id, nameFr: office.nameFr, nameNl: office.nameNl },
				taken: sql<number>`${counts.taken}`,
				assisted: sql<number>`${counts.assisted}`,
				waiting: sql<number>`${counts.waiting}`,
				inLine: sql<number>`(select count(*)::int from waiting_entry w
					where w.session = ${session.id} and w.left_at is null)`,
			})
			.from(session)
			.innerJoin(course, eq(course.id, session.course))
			.innerJoin(office, eq(office.id, course.office))
			.where(
				and(
					wish.from === undefined ? undefined : gte(session.startsOn, wish.from),
					wish.course === undefined ? undefined : eq(session.course, wish.course),
					wish.sessions === undefined ? undefined : inArray(session.id, [...wish.sessions]),
				),
			)
			.orderBy(asc(session.startsOn), asc(session.startTime), asc(session.id));
		return rows.map((row) => ({ ...row, session: toSession(row.session) })) as SessionOffered[];
	},
	async knowsOffice(id) {
		return (await db.select({ id: office.id }).from(office).where(eq(office.id, id))).length > 0;
	},
	async put(changed) {
		const { id: _id, ...facts } = changed;
		await db.insert(course).values(changed).onConflictDoUpdate({ target: course.id, set: facts });
	},
	async putSession(changed) {
		const { id: _id, calledOff: _off, ...facts } = { ...changed, weekdays: [...changed.weekdays] };
		await db
			.insert(session)
			.values({ ...facts, id: changed.id })
			.onConflictDoUpdate({ target: session.id, set: facts });
	},
	async callOff(id, at) {
		await db.update(session).set({ calledOffAt: at }).where(eq(session.id, id));
	},
});
