import { sql, type SQL } from 'drizzle-orm';
import type { Intake, IntakeDossier, KnownDossier, TakenInEvent } from '#lib/services/ports/intake.ts';
import { advisoryLocks } from './advisoryLocks.ts';
import type { Db } from './connection.ts';
import {
	dossierOf,
	eventOf,
	insertDossiers,
	insertEvents,
	type DossierRow,
	type EventRow,
} from './intakeRows.ts';
import { addTasks, forgetCorrected, markCorrected, quarantineLines } from './quarantine.ts';

/** Where intake reads and writes: the tables themselves, or in a rehearsal temporary ones on top of them. */
type Places = { events: SQL; dossiers: SQL; newEvents: SQL; newDossiers: SQL };

const tables: Places = {
	events: sql`intake_event`,
	dossiers: sql`dossier`,
	newEvents: sql`intake_event`,
	newDossiers: sql`dossier`,
};

const rehearsalTables: Places = {
	events: sql`(select * from intake_event union all select * from rehearsal_event)`,
	dossiers: sql`(select * from rehearsal_dossier union all select * from dossier as there
		where not exists (select from rehearsal_dossier as here where here.id = there.id))`,
	newEvents: sql`rehearsal_event`,
	newDossiers: sql`rehearsal_dossier`,
};

/** Intake on PostgreSQL: one statement for each kind of row in a batch, however many lines it has. */
export const intakeOn = (db: Db): Intake => ({
	...readingFrom(db, tables),
	async lock() {
		// Another intake's batch, or a slow disk, is worth waiting for: nobody looks at a page meanwhile.
		await db.execute(
			sql.raw(`set local statement_timeout = '5min'; set local lock_timeout = '5min';
				select pg_advisory_xact_lock(${advisoryLocks.intake})`),
		);
	},
	async dossiersByNumber(numberHashes) {
		await db.execute(
			sql`select from dossier where number_hash = any(${sql.param(numberHashes)}::bytea[]) order by id for update`,
		);
		return readingFrom(db, tables).dossiersByNumber(numberHashes);
	},
	async write(changes, at) {
		await insertDossiers(db, tables.newDossiers, changes.dossiers, at);
		await insertEvents(db, tables.newEvents, changes.events, at);
		await addTasks(db, changes.tasks, at);
		await quarantineLines(db, changes.quarantined, at);
		await markCorrected(db, [...changes.events, ...changes.quarantined], at);
	},
	forgetCorrected: (before) => forgetCorrected(db, before),
	rehearsal: () => rehearsalOn(db),
});

async function rehearsalOn(db: Db): Promise<Intake> {
	await db.execute(sql`
		create temporary table rehearsal_event (like intake_event including indexes) on commit drop;
		create temporary table rehearsal_dossier (like dossier including indexes) on commit drop`);
	const rehearsal: Intake = {
		...readingFrom(db, rehearsalTables),
		async lock() {},
		async write(changes, at) {
			await insertDossiers(db, rehearsalTables.newDossiers, changes.dossiers, at);
			await insertEvents(db, rehearsalTables.newEvents, changes.events, at);
		},
		forgetCorrected: async () => 0,
		rehearsal: async () => rehearsal,
	};
	return rehearsal;
}

const readingFrom = (db: Db, { events, dossiers }: Places) => ({
	async eventsBy(eventHashes: Uint8Array[]): Promise<TakenInEvent[]> {
		if (eventHashes.length === 0) return [];
		const { rows } = await db.execute<EventRow>(sql`
			select event_hash, content_hash, recorded_on::text, commune, outcome, reasons, reference_date::text, rules,
				may_follow_voluntarily, dossier
			from ${events} as known where event_hash = any(${sql.param(eventHashes)}::bytea[])`);
		return rows.map(eventOf);
	},
	async dossiersByNumber(numberHashes: Uint8Array[]): Promise<KnownDossier[]> {
		if (numberHashes.length === 0) return [];
		const { rows } = await db.execute<DossierRow>(sql`
			select id, commune, language, number_hash, name_hash, person_key, person, outcome, reasons,
				reference_date::text, rules, may_follow_voluntarily, decided_on::text, confirmed_on::text, closed_on::text,
				greatest(decided_on, (
					select max(recorded_on) from ${events} as event where event.dossier = known.id
				))::text as recorded_on
			from ${dossiers} as known where number_hash = any(${sql.param(numberHashes)}::bytea[])`);
		return rows.map(dossierOf);
	},
	async dossiersByName(nameHashes: Uint8Array[]) {
		if (nameHashes.length === 0) return [];
		const { rows } = await db.execute<{
			id: string;
			number_hash: Uint8Array | null;
			name_hash: Uint8Array;
		}>(sql`
			select id, number_hash, name_hash from ${dossiers} as known
			where name_hash = any(${sql.param(nameHashes)}::bytea[]) order by id`);
		return rows.map((row): Pick<IntakeDossier, 'id' | 'numberHash' | 'nameHash'> => ({
			id: row.id,
			numberHash: row.number_hash,
			nameHash: row.name_hash,
		}));
	},
});
