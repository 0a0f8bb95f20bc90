import { and, asc, eq, lt, or } from 'drizzle-orm';
import type { Passkeys } from '#lib/services/ports/passkeys.ts';
import type { Db } from './connection.ts';
import { passkey as table } from './schema/signIn.ts';

/** Passkeys on PostgreSQL. */
export const passkeysOn = (db: Db): Passkeys => ({
	async find(id) {
		const [found] = await db.select().from(table).where(eq(table.id, id));
		return found ?? null;
	},
	ofDossier: (dossier) =>
		db.select().from(table).where(eq(table.dossier, dossier)).orderBy(asc(table.createdAt)),
	async add(passkey) {
		const added = await db.insert(table).values(passkey).onConflictDoNothing().returning({ id: table.id });
		return added.length > 0;
	},
	async use(id, counter, at) {
		// Both zero: this authenticator does not count. Else the new value has to be above the last one.
		const movesOn = or(lt(table.counter, counter), and(eq(table.counter, 0), eq(table.counter, counter)));
		const used = await db
			.update(table)
			.set({ counter, usedAt: at })
			.where(and(eq(table.id, id), movesOn))
			.returning({ id: table.id });
		return used.length > 0;
	},
	async remove(dossier, id) {
		const removed = await db
			.delete(table)
			.where(and(eq(table.id, id), eq(table.dossier, dossier)))
			.returning({ id: table.id });
		return removed.length > 0;
	},
});
