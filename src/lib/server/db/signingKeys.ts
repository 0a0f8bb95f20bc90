import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SigningKeys } from '#lib/services/ports/signingKeys.ts';
import { advisoryLocks } from './advisoryLocks.ts';
import type { Db } from './connection.ts';
import { signingKey } from './schema/attestations.ts';

/** The keys by which issuers sign, on PostgreSQL. */
export const signingKeysOn = (db: Db): SigningKeys => ({
	async lock() {
		await db.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.signingKeys})`);
	},
	async current(issuer) {
		const [found] = await db
			.select()
			.from(signingKey)
			.where(and(eq(signingKey.issuer, issuer), isNull(signingKey.endedAt)));
		return found ?? null;
	},
	async add(key) {
		await db.insert(signingKey).values(key);
	},
	async end(kid, at) {
		await db.update(signingKey).set({ endedAt: at, secret: null }).where(eq(signingKey.kid, kid));
	},
	list: () => db.select().from(signingKey).orderBy(asc(signingKey.startedAt), asc(signingKey.kid)),
});
