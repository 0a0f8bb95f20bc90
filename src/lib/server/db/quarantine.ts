import { sql } from 'drizzle-orm';
import type { IntakeTask, QuarantinedLine } from '#lib/services/ports/intake.ts';
import type { Db } from './connection.ts';
import { codesText, columnOf } from './rows.ts';

/** Keeps lines that could not be taken in; one that is there already stays as it is. */
export const quarantineLines = async (db: Db, lines: QuarantinedLine[], at: Date): Promise<void> => {
	if (lines.length === 0) return;
	const column = columnOf(lines);
	await db.execute(sql`
		insert into quarantine (line_hash, line, line_number, event_hash, codes, first_seen_at)
		select line_hash, line, line_number, event_hash, codes::text[], ${at.toISOString()}::timestamptz
		from unnest(
			${column((each) => each.lineHash)}::bytea[], ${column((each) => each.line)}::bytea[],
			${column((each) => each.lineNumber)}::integer[], ${column((each) => each.eventHash)}::bytea[],
			${column((each) => codesText(each.codes))}::text[]
		) as made (line_hash, line, line_number, event_hash, codes)
		on conflict (line_hash) do nothing`);
};

/** Marks lines as corrected when a good event with their id is there, whichever of the two came first. */
export const markCorrected = async (
	db: Db,
	touched: readonly { eventHash: Uint8Array | null }[],
	at: Date,
): Promise<void> => {
	const hashes = touched.flatMap(({ eventHash }) => (eventHash ? [eventHash] : []));
	if (hashes.length === 0) return;
	await db.execute(sql`
		update quarantine set corrected_at = ${at.toISOString()}::timestamptz
		where event_hash = any(${sql.param(hashes)}::bytea[]) and corrected_at is null
			and not 'same_id_other_content' = any(codes)
			and exists (select from intake_event where intake_event.event_hash = quarantine.event_hash)`);
};

/** Deletes lines that were corrected before an instant; returns how many. */
export const forgetCorrected = async (db: Db, before: Date): Promise<number> => {
	const { rowCount } = await db.execute(
		sql`delete from quarantine where corrected_at < ${before.toISOString()}::timestamptz`,
	);
	return rowCount ?? 0;
};

/** Adds tasks for a person, each once as long as it is open. */
export const addTasks = async (db: Db, tasks: IntakeTask[], at: Date): Promise<void> => {
	if (tasks.length === 0) return;
	const column = columnOf(tasks);
	await db.execute(sql`
		insert into task (kind, dossier, other, codes, created_at)
		select distinct kind, dossier, other, codes::text[], ${at.toISOString()}::timestamptz
		from unnest(
			${column((each) => each.kind)}::text[], ${column((each) => each.dossier)}::text[],
			${column((each) => each.other)}::text[], ${column((each) => codesText(each.codes))}::text[]
		) as made (kind, dossier, other, codes)
		where not exists (
			select from task where task.kind = made.kind and task.dossier = made.dossier
				and task.other is not distinct from made.other and task.codes = made.codes::text[] and task.done_at is null
		)`);
};
