import { and, asc, eq, getTableColumns, isNull, lte } from 'drizzle-orm';
import type { Complaint, Complaints } from '#lib/services/ports/complaints.ts';
import type { Db } from './connection.ts';
import { complaint } from './schema/help.ts';

const { contactDeletedAt: _deleted, ...columns } = getTableColumns(complaint);

/** Complaints on PostgreSQL. */
export const complaintsOn = (db: Db): Complaints => ({
	async codeByKey(keyHash) {
		const [found] = await db
			.select({ code: complaint.code })
			.from(complaint)
			.where(eq(complaint.keyHash, keyHash));
		return found?.code ?? null;
	},
	async find(code) {
		const [found] = await db.select(columns).from(complaint).where(eq(complaint.code, code));
		return (found as Complaint | undefined) ?? null;
	},
	async add(added) {
		const rows = await db
			.insert(complaint)
			.values(added)
			.onConflictDoNothing({ target: complaint.keyHash })
			.returning({ id: complaint.id });
		return rows.length > 0 ? 'added' : 'already_there';
	},
	open: () =>
		db
			.select(columns)
			.from(complaint)
			.where(isNull(complaint.answeredAt))
			.orderBy(asc(complaint.openedAt), asc(complaint.id)) as unknown as Promise<Complaint[]>,
	async answered(code, at) {
		await db
			.update(complaint)
			.set({ answeredAt: at })
			.where(and(eq(complaint.code, code), isNull(complaint.answeredAt)));
	},
	async forgetAnswered(before, at) {
		const rows = await db
			.update(complaint)
			.set({ words: null, contact: null, contactDeletedAt: at })
			.where(and(lte(complaint.answeredAt, before), isNull(complaint.contactDeletedAt)))
			.returning({ id: complaint.id });
		return rows.length;
	},
});
