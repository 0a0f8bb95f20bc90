import type { Course } from '#lib/domain/course.ts';
import { allOfferColumns, readOfferRow } from '#lib/domain/offerRow.ts';
import type { OfferRow } from '#lib/domain/offerRow.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { CsvRow, ImportReport, RefusedRow, RowFault } from './importReport.ts';
import { describedOtherwise, lockCourse } from './changeCourse.ts';
import { againstKnown, changeSession } from './changeSession.ts';
import type { Deps, Tx } from './ports.ts';

/**
 * Takes in courses and sessions: new ones are added, known ones changed or called off. A session never gets fewer seats
 * than are taken, and never moves to another course; a course in which there are people stays what it is. Whoever has a
 * seat or waits is told when a session changes. Each row stands or falls alone; the report names the fallen ones.
 */
export const takeInOffer = async (
	deps: Deps,
	actor: Actor,
	rows: readonly CsvRow[],
): Promise<Ok<ImportReport>> => {
	const { store, now } = deps;
	const refused: RefusedRow[] = [];
	const seen: Seen = { courses: new Map(), sessions: new Set() };
	for (const { row, cells } of rows) {
		const read = readOfferRow(cells);
		const faults = await store.transact(async (tx) =>
			read.ok
				? takeInRow(tx, deps, actor, read.value, seen)
				: [...read.faults, ...(await officeFaults(tx, read.faults, cells))],
		);
		if (faults.length > 0) refused.push({ row, faults: inOrder(faults) });
		else if (read.ok) {
			seen.courses.set(read.value.course.id, read.value.course);
			seen.sessions.add(read.value.session.id);
		}
	}
	const report = { read: rows.length, taken: rows.length - refused.length, refused };
	const codes = { read: report.read, taken: report.taken };
	await store.transact((tx) =>
		tx.journal.write([{ actor, action: 'offer_taken_in', dossier: null, codes }], now()),
	);
	return ok(report);
};

/** What the rows taken so far said. */
type Seen = { courses: Map<string, Course>; sessions: Set<string> };

/** What a row says against an earlier row of the same file. */
function faultsInFile({ course, session }: OfferRow, seen: Seen): RowFault[] {
	return [
		...(seen.sessions.has(session.id) ? [{ reason: 'session_twice', column: 'session' }] : []),
		...describedOtherwise('course_described_otherwise', seen.courses.get(course.id) ?? course, course),
	];
}

/** Takes in a row, unless something speaks against it; returns all that does. */
async function takeInRow(tx: Tx, deps: Deps, actor: Actor, row: OfferRow, seen: Seen): Promise<RowFault[]> {
	const { course, session } = row;
	const at = deps.now();
	const faults = faultsInFile(row, seen);
	if (!(await tx.courses.knowsOffice(course.office))) faults.push(unknownOffice);
	const { known, faults: againstCourse } = await lockCourse(tx, course, session.id, at);
	// What an earlier row of the file said of the course is what is known of it by now.
	if (!seen.courses.has(course.id)) faults.push(...againstCourse);
	// The row is locked: nobody books a seat between this count and the change.
	if (known && !seen.sessions.has(session.id))
		faults.push(...againstKnown(known, session, (await tx.bookings.count(session.id, at)).taken, at));
	if (faults.length > 0) return faults;
	await tx.courses.put(course);
	await changeSession(tx, deps, actor, { known, session }, at);
	return [];
}

const unknownOffice: RowFault = { reason: 'unknown_office', column: 'office' };

/** The office of a row that has other faults is looked up too: whoever mends the row mends it once. */
async function officeFaults(
	tx: Tx,
	faults: readonly RowFault[],
	cells: CsvRow['cells'],
): Promise<RowFault[]> {
	if (faults.some(({ column }) => column === 'office')) return [];
	return (await tx.courses.knowsOffice((cells['office'] ?? '').trim())) ? [] : [unknownOffice];
}

const inOrder = (faults: readonly RowFault[]): RowFault[] =>
	faults.toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ column }: RowFault): number => allOfferColumns.findIndex((each) => each === column);
