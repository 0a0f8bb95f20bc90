import { eq, sql } from 'drizzle-orm';
import type { PathwayKept, Pathways } from '#lib/services/ports/pathways.ts';
import { dossierColumns } from './dossiers.ts';
import { lineInSql } from './bookings.ts';
import type { Db } from './connection.ts';
import { dossier } from './schema/dossiers.ts';

const id = sql.placeholder('id');

const place = sql`'session', json_build_object('id', s.id, 'course', s.course, 'spokenLanguages', s.spoken_languages,
		'startsOn', s.starts_on, 'weekdays', s.weekdays, 'startTime', to_char(s.start_time, 'HH24:MI'),
		'endTime', to_char(s.end_time, 'HH24:MI'), 'meetings', s.meetings, 'place', s.place, 'seats', s.seats,
		'counterReserve', s.counter_reserve, 'childcare', s.childcare, 'stepFree', s.step_free,
		'teacherGender', s.teacher_gender),
	'course', json_build_object('id', c.id, 'kind', c.kind, 'office', c.office, 'courseLanguage', c.course_language,
		'level', c.level, 'hours', c.hours)`;

/** Each list of what hangs on a dossier, as one value. */
const lists = {
	done: sql<PathwayKept['done']>`(select coalesce(json_agg(json_build_object(
			'step', step, 'on', "on", 'office', office) order by "on"), '[]')
		from step_done where dossier = ${id})`,
	suspensions: sql<PathwayKept['suspensions']>`(select coalesce(json_agg(json_build_object(
			'from', "from", 'until', until, 'beforePrinted', before_printed) order by "from"), '[]')
		from suspension where dossier = ${id})`,
	booked: sql<PathwayKept['booked']>`(select coalesce(json_agg(json_build_object('id', b.id, ${place})
			order by b.booked_at desc, b.id desc), '[]')
		from booking b join session s on s.id = b.session join course c on c.id = s.course
		where b.dossier = ${id} and b.cancelled_at is null)`,
	waiting: sql<PathwayKept['waiting']>`(select coalesce(json_agg(json_build_object('place', l.place, ${place})
			order by l.joined_at, l.session), '[]')
		from (${lineInSql} and w.session in (
			select session from waiting_entry where dossier = ${id} and left_at is null)) l
		join session s on s.id = l.session join course c on c.id = s.course
		where l.dossier = ${id})`,
	offices: sql<PathwayKept['offices']>`(select coalesce(json_agg(json_build_object(
			'id', o.id, 'nameFr', o.name_fr, 'nameNl', o.name_nl)), '[]')
		from office o where o.id in (select office from step_done where dossier = ${id}))`,
};

/** Whole lines on PostgreSQL. One statement sees one moment, and is prepared once for each connection. */
export const pathwaysOn = (db: Db): Pathways => ({
	async read(of) {
		const [found] = await db
			.select({ ...lists, dossier: dossierColumns })
			.from(dossier)
			.where(eq(dossier.id, id))
			.prepare('pathway')
			.execute({ id: of });
		return (found as PathwayKept | undefined) ?? null;
	},
});
