import { sql } from 'drizzle-orm';
import type { PathwayKept, Pathways } from '#lib/services/ports/pathways.ts';
import type { Db } from './connection.ts';
import { taughtInJson, timetableInJson } from './inJson.ts';
import { prepared } from './prepared.ts';
import { lineInSql } from './seatCounts.ts';

const id = sql.placeholder('id');

const place = sql`'session', json_build_object('id', s.id, 'course', s.course, 'spokenLanguages', s.spoken_languages,
		${timetableInJson}, 'place', s.place, 'seats', s.seats,
		'counterReserve', s.counter_reserve, 'childcare', s.childcare, 'stepFree', s.step_free,
		'teacherGender', s.teacher_gender, 'calledOff', s.called_off_at is not null, 'revision', s.revision,
		'mostMeetings', s.most_meetings),
	'course', json_build_object('id', c.id, ${taughtInJson}, 'office', c.office, 'hours', c.hours)`;

type Row = Omit<PathwayKept, 'dossier'> & {
	dossier: Omit<PathwayKept['dossier'], 'personKey' | 'person'>;
	personKey: Uint8Array | null;
	person: Uint8Array | null;
};

/** A dossier, and each list of what hangs on it as one value: one statement sees one moment. */
const readLine = prepared<Row>(
	'pathway',
	sql`select
		json_build_object('id', d.id, 'commune', d.commune, 'language', d.language, 'outcome', d.outcome,
			'reasons', d.reasons, 'referenceDate', d.reference_date, 'rules', d.rules,
			'mayFollowVoluntarily', d.may_follow_voluntarily, 'decidedOn', d.decided_on, 'confirmedOn', d.confirmed_on,
			'registerByPrinted', d.register_by_printed, 'closedOn', d.closed_on) as dossier,
		d.person_key as "personKey", d.person,
		(select coalesce(json_agg(json_build_object('step', step, 'on', "on", 'office', office) order by "on"), '[]')
			from step_done where dossier = d.id) as done,
		(select coalesce(json_agg(json_build_object('from', "from", 'until', until, 'beforePrinted', before_printed)
				order by "from"), '[]')
			from suspension where dossier = d.id) as suspensions,
		(select coalesce(json_agg(json_build_object('id', b.id, ${place}) order by b.booked_at desc, b.id desc), '[]')
			from booking b join session s on s.id = b.session join course c on c.id = s.course
			where b.dossier = d.id and b.cancelled_at is null) as booked,
		(select coalesce(json_agg(json_build_object('id', l.id, 'place', l.place, 'offerUntil', (select k.until from seat_hold k
				where k.session = l.session and k.dossier = l.dossier and k.kind = 'offer' and k.ended_at is null),
				${place}) order by l.joined_at, l.session), '[]')
			from (${lineInSql} and w.session in (
				select session from waiting_entry where dossier = ${id} and left_at is null)) l
			join session s on s.id = l.session join course c on c.id = s.course
			where l.dossier = ${id}) as waiting,
		(select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'issuer', issuer, 'on', "on",
				'reference', reference, 'issuedAt', issued_at, 'revokedAt', revoked_at, 'revokedFor', revoked_for)
				order by issued_at, place), '[]')
			from attestation where dossier = d.id) as papers,
		(select coalesce(json_agg(json_build_object('id', o.id, 'nameFr', o.name_fr, 'nameNl', o.name_nl)), '[]')
			from office o where o.id in (select office from step_done where dossier = d.id)) as offices
	from dossier d where d.id = ${id}`,
);

/** Whole lines on PostgreSQL. */
export const pathwaysOn = (db: Db): Pathways => ({
	async read(of) {
		const [found] = await readLine(db, { id: of });
		if (!found) return null;
		const { dossier, personKey, person, ...lists } = found;
		return { ...lists, dossier: { ...dossier, personKey, person } };
	},
});
