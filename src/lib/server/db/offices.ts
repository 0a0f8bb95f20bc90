import { and, asc, eq, getTableColumns, isNull, or, sql } from 'drizzle-orm';
import type { KeptOffice, Offices } from '#lib/services/ports/offices.ts';
import type { Db } from './connection.ts';
import { office } from './schema/offices.ts';

const { updatedAt: _updated, ...columns } = getTableColumns(office);

/** Offices on PostgreSQL. */
export const officesOn = (db: Db): Offices => ({
	async find(id) {
		// PostgreSQL keeps no NUL and refuses to look for one: nothing is called so.
		if (id.includes('\0')) return null;
		const [found] = await db.select(columns).from(office).where(eq(office.id, id));
		return (found as KeptOffice | undefined) ?? null;
	},
	async list({ commune, kind }) {
		const found = await db
			.select(columns)
			.from(office)
			.where(
				and(
					commune === undefined ? undefined : or(eq(office.commune, commune), isNull(office.commune)),
					kind === undefined ? undefined : eq(office.kind, kind),
				),
			)
			.orderBy(sql`${office.commune} nulls last`, asc(office.nameFr), asc(office.id));
		return found as KeptOffice[];
	},
	async put({ id, ...facts }, at) {
		const changed = sql.join(
			(Object.keys(facts) as (keyof typeof facts)[]).map(
				(name) => sql`${office[name]} is distinct from ${sql.raw(`excluded.${office[name].name}`)}`,
			),
			sql` or `,
		);
		const [put] = await db
			.insert(office)
			.values({ id, ...facts, updatedAt: at })
			.onConflictDoUpdate({ target: office.id, set: { ...facts, updatedAt: at }, setWhere: changed })
			.returning({ added: sql<boolean>`xmax = 0` });
		if (!put) return 'unchanged';
		return put.added ? 'added' : 'changed';
	},
});
