import { sql, type SQL } from 'drizzle-orm';
import type { Decision, DecisionReason, Outcome } from '#lib/domain/decision.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { IntakeDossier, KnownDossier, TakenInEvent } from '#lib/services/ports/intake.ts';
import type { Db } from './connection.ts';
import { codesText, columnOf } from './rows.ts';

type DecisionColumns = {
	reasons: string[];
	reference_date: string;
	rules: string;
	may_follow_voluntarily: boolean | null;
};

/** A row of intake_event, dates as text. */
export type EventRow = { [Column in keyof DecisionColumns]: DecisionColumns[Column] | null } & {
	event_hash: Uint8Array;
	content_hash: Uint8Array;
	recorded_on: string;
	commune: string;
	outcome: Outcome;
	dossier: string | null;
};

/** A row of dossier, dates as text, with the latest day on which the register recorded something. */
export type DossierRow = DecisionColumns & {
	id: string;
	commune: string;
	language: Language;
	number_hash: Uint8Array | null;
	name_hash: Uint8Array;
	person_key: Uint8Array | null;
	person: Uint8Array | null;
	outcome: Outcome;
	decided_on: string;
	confirmed_on: string | null;
	closed_on: string | null;
	recorded_on: string;
};

/** Takes a row and returns the event that was taken in. */
export const eventOf = (row: EventRow): TakenInEvent => ({
	eventHash: row.event_hash,
	contentHash: row.content_hash,
	recordedOn: row.recorded_on,
	commune: row.commune,
	outcome: row.outcome,
	decision: row.rules === null ? null : decisionOf(row as DecisionColumns & { outcome: Outcome }),
	dossier: row.dossier,
});

/** Takes a row and returns the dossier as intake sees it. */
export const dossierOf = (row: DossierRow): KnownDossier => ({
	id: row.id,
	commune: row.commune,
	language: row.language,
	numberHash: row.number_hash,
	nameHash: row.name_hash,
	personKey: row.person_key,
	person: row.person,
	decision: decisionOf(row),
	decidedOn: row.decided_on,
	confirmedOn: row.confirmed_on,
	closedOn: row.closed_on,
	recordedOn: row.recorded_on,
});

const decisionOf = (row: DecisionColumns & { outcome: Outcome }): Decision => ({
	outcome: row.outcome,
	reasons: row.reasons as DecisionReason[],
	referenceDate: row.reference_date,
	rules: row.rules,
	mayFollowVoluntarily: row.may_follow_voluntarily,
});

/** Opens dossiers, or changes those whose id is there; what the newcomer or the commune set is left alone. */
export const insertDossiers = async (
	db: Db,
	into: SQL,
	dossiers: IntakeDossier[],
	at: Date,
): Promise<void> => {
	if (dossiers.length === 0) return;
	const column = columnOf(dossiers);
	await db.execute(sql`
		insert into ${into} (id, commune, language, number_hash, name_hash, person_key, person, outcome, reasons,
			reference_date, rules, may_follow_voluntarily, decided_on, created_at)
		select id, commune, language, number_hash, name_hash, person_key, person, outcome, reasons::text[],
			reference_date, rules, may_follow_voluntarily, decided_on, ${at.toISOString()}::timestamptz
		from unnest(
			${column((each) => each.id)}::text[], ${column((each) => each.commune)}::text[],
			${column((each) => each.language)}::text[], ${column((each) => each.numberHash)}::bytea[],
			${column((each) => each.nameHash)}::bytea[], ${column((each) => each.personKey)}::bytea[],
			${column((each) => each.person)}::bytea[], ${column((each) => each.decision.outcome)}::text[],
			${column((each) => codesText(each.decision.reasons))}::text[],
			${column((each) => each.decision.referenceDate)}::date[], ${column((each) => each.decision.rules)}::text[],
			${column((each) => each.decision.mayFollowVoluntarily)}::boolean[],
			${column((each) => each.decidedOn)}::date[]
		) as made (id, commune, language, number_hash, name_hash, person_key, person, outcome, reasons,
			reference_date, rules, may_follow_voluntarily, decided_on)
		on conflict (id) do update set (commune, name_hash, person, outcome, reasons, reference_date, rules,
			may_follow_voluntarily, decided_on) = (excluded.commune, excluded.name_hash, excluded.person,
			excluded.outcome, excluded.reasons, excluded.reference_date, excluded.rules,
			excluded.may_follow_voluntarily, excluded.decided_on)`);
};

/** Adds events that were taken in. */
export const insertEvents = async (db: Db, into: SQL, events: TakenInEvent[], at: Date): Promise<void> => {
	if (events.length === 0) return;
	const column = columnOf(events);
	await db.execute(sql`
		insert into ${into} (event_hash, content_hash, recorded_on, commune, outcome, reasons, reference_date, rules,
			may_follow_voluntarily, dossier, taken_in_at)
		select event_hash, content_hash, recorded_on, commune, outcome, reasons::text[], reference_date, rules,
			may_follow_voluntarily, dossier, ${at.toISOString()}::timestamptz
		from unnest(
			${column((each) => each.eventHash)}::bytea[], ${column((each) => each.contentHash)}::bytea[],
			${column((each) => each.recordedOn)}::date[], ${column((each) => each.commune)}::text[],
			${column((each) => each.outcome)}::text[],
			${column(({ decision }) => decision && codesText(decision.reasons))}::text[],
			${column(({ decision }) => decision && decision.referenceDate)}::date[],
			${column(({ decision }) => decision && decision.rules)}::text[],
			${column(({ decision }) => decision && decision.mayFollowVoluntarily)}::boolean[],
			${column((each) => each.dossier)}::text[]
		) as made (event_hash, content_hash, recorded_on, commune, outcome, reasons, reference_date, rules,
			may_follow_voluntarily, dossier)`);
};
