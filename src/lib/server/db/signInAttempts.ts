import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { SignInAttempts } from '#lib/services/ports/signInAttempts.ts';
import { advisoryLocks } from './advisoryLocks.ts';
import type { Db } from './connection.ts';
import { signInAttempt as table } from './schema/signIn.ts';

/** The first 32 bits of a hash, as PostgreSQL's integer: two that fall together only wait for each other. */
const lockKey = (hash: Uint8Array): number => Buffer.from(hash).readInt32BE(0);

/** Tries to sign in, on PostgreSQL. */
export const signInAttemptsOn = (db: Db): SignInAttempts => {
	const failures = async (of: ReturnType<typeof eq>, since: Date, most: number): Promise<Date[]> => {
		const rows = await db
			.select({ at: table.at })
			.from(table)
			.where(and(of, gt(table.at, since), eq(table.succeeded, false)))
			.orderBy(desc(table.at))
			.limit(most);
		return rows.map(({ at }) => at);
	};
	return {
		async queue(codeHash, device) {
			// Always the code before the device: two tries can wait, never wait for each other.
			await db.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.signInCode}, ${lockKey(codeHash)})`);
			if (device)
				await db.execute(
					sql`select pg_advisory_xact_lock(${advisoryLocks.signInDevice}, ${lockKey(device)})`,
				);
		},
		failuresOfCode: (codeHash, since, most) => failures(eq(table.codeHash, codeHash), since, most),
		failuresOfDevice: (device, since, most) => failures(eq(table.device, device), since, most),
		async add(attempt, at) {
			await db.insert(table).values({ ...attempt, at });
		},
		async forget(before) {
			await db.delete(table).where(lt(table.at, before));
		},
	};
};
