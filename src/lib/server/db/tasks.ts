import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tasks } from '#lib/services/ports/tasks.ts';
import type { Db } from './connection.ts';
import { task } from './schema/dossiers.ts';

/** Tasks on PostgreSQL. */
export const tasksOn = (db: Db): Tasks => ({
	async open(kind, codes, at, dossier) {
		// Two nodes may find the same thing at once: the second waits here and then sees the first one's task.
		await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${[kind, ...codes].join(' ')}, 0))`);
		const same = await db.select({ id: task.id }).from(task).where(open(kind, codes)).limit(1);
		if (same.length === 0)
			await db
				.insert(task)
				.values({ kind, codes: [...codes], createdAt: at, ...(dossier ? { dossier } : {}) });
	},
	async settle(kind, codes, at) {
		const { rowCount } = await db.update(task).set({ doneAt: at }).where(open(kind, codes));
		return rowCount ?? 0;
	},
	openOf: (kind) =>
		db
			.select({ codes: task.codes, createdAt: task.createdAt })
			.from(task)
			.where(and(eq(task.kind, kind), isNull(task.doneAt)))
			.orderBy(asc(task.id)),
});

const open = (kind: string, codes: readonly string[]) =>
	and(eq(task.kind, kind), eq(task.codes, [...codes]), isNull(task.doneAt));
