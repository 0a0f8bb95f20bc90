import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Dossier, Dossiers } from '#lib/services/ports/dossiers.ts';
import type { Db } from './connection.ts';
import { dossier, stepDone, suspension } from './schema/dossiers.ts';

const { numberHash: _number, nameHash: _name, createdAt: _created, ...columns } = getTableColumns(dossier);

/** {@link mustFollow} of the domain, over the rows of a dossier called `d`; a test compares the two. */
export const mustFollowInSql = sql`(d.confirmed_on is not null or d.outcome = 'obliged')`;

/** Dossiers on PostgreSQL. */
export const dossiersOn = (db: Db): Dossiers => ({
	async exist() {
		return (await db.select({ id: dossier.id }).from(dossier).limit(1)).length > 0;
	},
	async find(id) {
		const [found] = await db.select(columns).from(dossier).where(eq(dossier.id, id));
		return (found as Dossier | undefined) ?? null;
	},
	async lock(id) {
		// "no key update": whoever offers this person a seat of another session only refers to the row, and need not wait.
		const [found] = await db.select(columns).from(dossier).where(eq(dossier.id, id)).for('no key update');
		return (found as Dossier | undefined) ?? null;
	},
	async findByNumber(numberHash) {
		const [found] = await db.select(columns).from(dossier).where(eq(dossier.numberHash, numberHash));
		return (found as Dossier | undefined) ?? null;
	},
	async change(id, facts) {
		await db.update(dossier).set(facts).where(eq(dossier.id, id));
	},
	async addStepDone(id, done, at) {
		const added = await db
			.insert(stepDone)
			.values({ dossier: id, ...done, recordedAt: at })
			.onConflictDoNothing()
			.returning({ step: stepDone.step });
		return added.length ? 'added' : 'already_done';
	},
	async addSuspension(id, added, at) {
		await db.insert(suspension).values({ dossier: id, ...added, recordedAt: at });
	},
	async printAfterSuspensions(id) {
		await db.update(suspension).set({ beforePrinted: true }).where(eq(suspension.dossier, id));
	},
	async endSuspension(id, from, until) {
		await db
			.update(suspension)
			.set({ until })
			.where(and(eq(suspension.dossier, id), eq(suspension.from, from), isNull(suspension.until)));
	},
});
