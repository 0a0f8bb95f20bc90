import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { readOfficeRow } from '#lib/domain/officeRow.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { CsvRow, ImportReport, RefusedRow } from './importReport.ts';
import type { Deps } from './ports.ts';

/** What became of an offices file, beside the rows refused: how many offices are new, changed, or as they were. */
export type OfficesReport = ImportReport & { added: number; changed: number; unchanged: number };

/**
 * Takes in offices by their id: new ones are added, known ones changed, none is taken away. Each row stands or falls
 * alone; the report names the fallen ones. Only the loader of the demonstration says that they are invented.
 */
export const takeInOffices = async (
	{ store, now }: Deps,
	actor: Actor,
	rows: readonly CsvRow[],
	{ demonstration = false } = {},
): Promise<Ok<OfficesReport>> => {
	const at = now();
	const refused: RefusedRow[] = [];
	const count = { added: 0, changed: 0, unchanged: 0 };
	const seen = new Set<string>();
	await store.transact(async (tx) => {
		for (const { row, cells } of rows) {
			const read = readOfficeRow(cells, brusselsToday(at));
			const twice = seen.has((cells['id'] ?? '').trim()) ? [{ reason: 'id_twice', column: 'id' }] : [];
			if (!read.ok) refused.push({ row, faults: [...twice, ...read.faults] });
			else if (twice.length > 0) refused.push({ row, faults: twice });
			else {
				seen.add(read.value.id);
				count[await tx.offices.put({ ...read.value, demonstration }, at)] += 1;
			}
		}
		const codes = { read: rows.length, taken: seen.size, demonstration };
		await tx.journal.write([{ actor, action: 'offices_taken_in', dossier: null, codes }], at);
	});
	return ok({ read: rows.length, taken: seen.size, refused, ...count });
};
