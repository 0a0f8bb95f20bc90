import { readAttendanceRow } from '#lib/domain/attendance.ts';
import type { AttendanceRow, AttendanceStatus } from '#lib/domain/attendance.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { isOfferId } from '#lib/domain/course.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { meetingsOf } from '#lib/domain/sessionTimes.ts';
import type { Meeting } from '#lib/domain/sessionTimes.ts';
import type { Actor } from './actor.ts';
import type { CsvRow, ImportReport, RefusedRow, RowFault } from './importReport.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { PathwayFile } from './pathwayFile.ts';
import type { Booking } from './ports/bookings.ts';
import type { Deps, Tx } from './ports.ts';
import { settleAttestations } from './settleAttestations.ts';

/** What became of an attendance file, beside the rows refused: how many rows are new, changed, or as they were. */
export type AttendanceReport = ImportReport & { added: number; changed: number; unchanged: number };

/** What one file is compared with. */
type Book = {
	session: string;
	at: Date;
	meetings: Meeting[];
	seats: Booking[];
	/** What is written down already, by person and meeting. */
	written: Map<string, AttendanceStatus>;
	seen: Set<string>;
};

/**
 * Takes in who was at which meeting of a session. The same row again changes nothing; a corrected one takes the place of
 * what was written, and leaves a line in the journal that the person sees. Each row stands or falls alone. Refuses an
 * unknown session.
 */
export const takeInAttendance = async (
	deps: Pick<Deps, 'store' | 'now' | 'vault' | 'random'>,
	actor: Actor,
	{ session: id, rows }: { session: string; rows: readonly CsvRow[] },
): Promise<Result<AttendanceReport, 'unknown_session'>> => {
	const { store, now } = deps;
	if (!isOfferId(id)) return refuse('unknown_session');
	return store.transact(async (tx) => {
		// Its row is locked: two files about the same session come after each other.
		const session = await tx.courses.lockSession(id);
		if (!session) return refuse('unknown_session');
		const written = await tx.attendances.ofSession(id);
		const book: Book = {
			...{ session: id, at: now(), meetings: meetingsOf(session), seen: new Set() },
			seats: await tx.bookings.everIn(id),
			written: new Map(written.map((row) => [placeOf(row), row.status])),
		};
		const count = { added: 0, changed: 0, unchanged: 0 };
		const refused: RefusedRow[] = [];
		const touched = new Set<string>();
		for (const { row, cells } of rows) {
			const read = readAttendanceRow(cells);
			const faults = read.ok ? await faultsIn(tx, read.value, book) : read.faults;
			if (faults.length > 0) refused.push({ row, faults });
			else if (read.ok) {
				const kept = await keep(tx, actor, read.value, book);
				count[kept] += 1;
				if (kept !== 'unchanged') touched.add(read.value.dossier);
			}
		}
		await settleThose(tx, deps, actor, [...touched].toSorted(), book.at);
		const report = { read: rows.length, taken: rows.length - refused.length, refused, ...count };
		const codes = { session: id, read: report.read, taken: report.taken };
		await tx.journal.write([{ actor, action: 'attendance_taken_in', dossier: null, codes }], book.at);
		return ok(report);
	});
};

const placeOf = ({ dossier, meetingOn }: Pick<AttendanceRow, 'dossier' | 'meetingOn'>): string =>
	`${dossier}\n${meetingOn}`;

/** All rows are locked before the first paper is made: a key may have to be made for it, and keys are locked last. */
async function settleThose(
	tx: Tx,
	deps: Pick<Deps, 'vault' | 'random'>,
	actor: Actor,
	dossiers: readonly string[],
	at: Date,
): Promise<void> {
	const files: PathwayFile[] = [];
	for (const dossier of dossiers) {
		const file = await lockPathwayFile(tx, dossier, brusselsToday(at));
		if (file) files.push(file);
	}
	for (const file of files) await settleAttestations(tx, deps, actor, file, at);
}

/** Everything that speaks against a row, in the order of the columns. */
async function faultsIn(tx: Tx, row: AttendanceRow, book: Book): Promise<RowFault[]> {
	const faults: RowFault[] = [];
	const meeting = book.meetings.find(({ on }) => on === row.meetingOn);
	const begins = meeting?.starts ?? null;
	const seats = book.seats.filter(({ dossier }) => dossier === row.dossier);
	// A seat that was given back later was still theirs at the meetings before.
	const hadSeat = seats.some(({ cancelledAt }) => !cancelledAt || (begins !== null && cancelledAt > begins));
	if (!hadSeat)
		faults.push({
			reason: (await tx.dossiers.find(row.dossier)) ? 'no_booking' : 'unknown_dossier',
			column: 'dossier',
		});
	if (!begins) faults.push({ reason: 'not_a_meeting', column: 'meeting_on' });
	else if (begins > book.at) faults.push({ reason: 'future_meeting', column: 'meeting_on' });
	if (book.seen.has(placeOf(row))) faults.push({ reason: 'row_twice', column: 'meeting_on' });
	return faults;
}

async function keep(
	tx: Tx,
	actor: Actor,
	row: AttendanceRow,
	{ session, at, written, seen }: Book,
): Promise<'added' | 'changed' | 'unchanged'> {
	seen.add(placeOf(row));
	const before = written.get(placeOf(row));
	if (before === row.status) return 'unchanged';
	await tx.attendances.put({ ...row, session }, at);
	if (!before) return 'added';
	const codes = { session, meetingOn: row.meetingOn, before, after: row.status };
	await tx.journal.write([{ actor, action: 'attendance_corrected', dossier: row.dossier, codes }], at);
	return 'changed';
}
