import { asc, eq, getTableColumns, gt, isNotNull, sql } from 'drizzle-orm';
import type { SessionAttended } from '#lib/domain/attestationsDue.ts';
import type { Attestation, Attestations, InspectedAttestation } from '#lib/services/ports/attestations.ts';
import type { Db } from './connection.ts';
import { taughtInJson, timetableInJson } from './inJson.ts';
import { attestation } from './schema/attestations.ts';
import { dossier } from './schema/dossiers.ts';

const columns = getTableColumns(attestation);

/** Whether the fact behind an attestation `a` stands: the confirmation, the step, or a session without a missed meeting. */
const hasFact = sql<boolean>`case
	when ${attestation.revokedAt} is not null then true
	when ${attestation.kind} = 'obligation' then ${dossier.confirmedOn} is not null
	when ${attestation.session} is null then exists (select 1 from step_done d
		where d.dossier = ${attestation.dossier} and d.step = ${attestation.kind})
	else exists (select 1 from attendance t where t.session = ${attestation.session} and t.dossier = ${attestation.dossier})
		and not exists (select 1 from attendance t where t.session = ${attestation.session}
			and t.dossier = ${attestation.dossier} and t.status not in ('present', 'late'))
	end`;

/** Attestations on PostgreSQL. */
export const attestationsOn = (db: Db): Attestations => ({
	async nextPlace() {
		const { rows } = await db.execute<{ place: number }>(
			sql`select nextval('attestation_place')::int as place`,
		);
		return rows[0]?.place ?? 0;
	},
	async add(added) {
		const rows = await db
			.insert(attestation)
			.values(added)
			.onConflictDoNothing()
			.returning({ id: attestation.id });
		return rows.length > 0;
	},
	async find(id) {
		const [found] = await db.select().from(attestation).where(eq(attestation.id, id));
		return (found as Attestation | undefined) ?? null;
	},
	async findByReference(reference) {
		const [found] = await db.select().from(attestation).where(eq(attestation.reference, reference));
		return (found as Attestation | undefined) ?? null;
	},
	ofDossier: (id) =>
		db
			.select()
			.from(attestation)
			.where(eq(attestation.dossier, id))
			.orderBy(asc(attestation.issuedAt), asc(attestation.place)) as Promise<Attestation[]>,
	async revoke(id, revokedFor, revokedAt) {
		await db.update(attestation).set({ revokedAt, revokedFor }).where(eq(attestation.id, id));
	},
	revoked: () =>
		db
			.select({ place: attestation.place, reference: attestation.reference })
			.from(attestation)
			.where(isNotNull(attestation.revokedAt))
			.orderBy(asc(attestation.place)),
	async attendedBy(id) {
		const { rows } = await db.execute<SessionAttended>(sql`
			select json_build_object('id', s.id, ${timetableInJson}) as session,
				json_build_object(${taughtInJson}, 'office', c.office, 'hours', c.hours) as course,
				json_agg(json_build_object('on', t.meeting_on, 'status', t.status) order by t.meeting_on) as meetings
			from attendance t join session s on s.id = t.session join course c on c.id = s.course
			where t.dossier = ${id} group by s.id, c.id order by s.starts_on, s.id`);
		return rows;
	},
	async withoutPaper(after, most) {
		const { rows } = await db.execute<{ id: string }>(sql`
			select d.id from dossier d where d.id > ${after} and d.person is not null and (
				(d.confirmed_on is not null and not exists (
					select 1 from attestation a where a.dossier = d.id and a.kind = 'obligation'))
				or exists (select 1 from step_done t where t.dossier = d.id and t.step in ('registration', 'completion')
					and t.office is not null
					and not exists (select 1 from attestation a where a.dossier = d.id and a.kind = t.step))
				or exists (select 1 from attendance t where t.dossier = d.id
					and not exists (select 1 from attestation a where a.dossier = d.id and a.session = t.session)))
			order by d.id limit ${most}`);
		return rows.map(({ id }) => id);
	},
	async lost() {
		const { rows } = await db.execute<Pick<Attestation, 'dossier' | 'kind'>>(sql`
			select f.dossier, f.kind from (
				select id as dossier, 'obligation' as kind from dossier where confirmed_on is not null
				union all select dossier, step from step_done
					where step in ('registration', 'completion') and office is not null) f
			join dossier d on d.id = f.dossier and d.person is not null and d.person_key is not null
			where not exists (select 1 from attestation a where a.dossier = f.dossier and a.kind = f.kind)
			order by f.dossier, f.kind`);
		return rows;
	},
	inspect: (after, most) =>
		db
			.select({ ...columns, personKey: dossier.personKey, hasFact })
			.from(attestation)
			.innerJoin(dossier, eq(dossier.id, attestation.dossier))
			.where(gt(attestation.id, after))
			.orderBy(asc(attestation.id))
			.limit(most) as Promise<InspectedAttestation[]>,
});
