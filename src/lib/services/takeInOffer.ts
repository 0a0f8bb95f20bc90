import type { Course } from '#lib/domain/course.ts';
import { readOfferRow } from '#lib/domain/offerRow.ts';
import type { OfferRow } from '#lib/domain/offerRow.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { CsvRow, ImportReport, RefusedRow } from './importReport.ts';
import type { Deps, Tx } from './ports.ts';

/**
 * Takes in courses and sessions: new ones are added, known ones changed. A session never gets fewer seats than are
 * taken, and never moves to another course. Each row stands or falls alone; the report names the fallen ones.
 */
export const takeInOffer = async (
	{ store, now }: Deps,
	actor: Actor,
	rows: readonly CsvRow[],
): Promise<Ok<ImportReport>> => {
	const refused: RefusedRow[] = [];
	const seen = { courses: new Map<string, Course>(), sessions: new Set<string>() };
	for (const { row, cells } of rows) {
		const read = readOfferRow(cells);
		if (!read.ok) {
			refused.push({ row, reasons: read.reasons, column: read.column });
			continue;
		}
		const fault = faultInFile(read.value, seen) ?? (await store.transact((tx) => takeInRow(tx, read.value)));
		if (fault) {
			refused.push({ row, reasons: [fault.reason], column: fault.column });
			continue;
		}
		seen.courses.set(read.value.course.id, read.value.course);
		seen.sessions.add(read.value.session.id);
	}
	const report = { read: rows.length, taken: rows.length - refused.length, refused };
	const codes = { read: report.read, taken: report.taken };
	await store.transact((tx) =>
		tx.journal.write([{ actor, action: 'offer_taken_in', dossier: null, codes }], now()),
	);
	return ok(report);
};

type RowFault = { reason: string; column: string };

/** What a row says against an earlier row of the same file. */
function faultInFile(
	{ course, session }: OfferRow,
	seen: { courses: Map<string, Course>; sessions: Set<string> },
): RowFault | null {
	if (seen.sessions.has(session.id)) return { reason: 'session_twice', column: 'session' };
	const before = seen.courses.get(course.id);
	if (!before) return null;
	const differs = (Object.keys(course) as (keyof Course)[]).find((key) => before[key] !== course[key]);
	return differs ? { reason: 'course_described_otherwise', column: columnOf[differs] } : null;
}

async function takeInRow(tx: Tx, { course, session }: OfferRow): Promise<RowFault | null> {
	if (!(await tx.courses.knowsOffice(course.office))) return { reason: 'unknown_office', column: 'office' };
	const known = await tx.courses.lockSession(session.id);
	if (known && known.course !== course.id) return { reason: 'session_of_other_course', column: 'session' };
	// The row is locked: nobody books a seat between this count and the change.
	if (known && (await tx.bookings.count(session.id)).taken > session.seats)
		return { reason: 'seats_below_taken', column: 'seats' };
	await tx.courses.put(course);
	await tx.courses.putSession(session);
	return null;
}

const columnOf: Record<keyof Course, string> = {
	id: 'course',
	kind: 'kind',
	office: 'office',
	courseLanguage: 'course_language',
	level: 'level',
	hours: 'hours',
};
