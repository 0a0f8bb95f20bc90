import type pg from 'pg';
import type { Course, Session } from '#lib/domain/course.ts';
import { course, session } from '#lib/demonstration/offer.ts';
import type { Deps } from '#lib/services/ports.ts';

/** Adds an office, a course and a session of it, with what the test changes; returns the session's id. */
export const addSession = async (
	{ deps, pool }: { deps: Deps; pool: pg.Pool },
	changes: Partial<Session> = {},
	of: Partial<Course> = {},
): Promise<string> => {
	const taught = course(of);
	const run = session({ course: taught.id, ...changes });
	await addOffice(pool, taught.office);
	await deps.store.transact(async (tx) => {
		await tx.courses.put(taught);
		await tx.courses.putSession(run);
	});
	return run.id;
};

/** Adds an office of which the tests need only that it exists. */
export const addOffice = async (pool: pg.Pool, id: string): Promise<void> => {
	await pool.query(
		`insert into office (id, kind, name_fr, name_nl, languages, updated_at)
		values ($1, 'reception_office', $1, $1, '{}', now()) on conflict do nothing`,
		[id],
	);
};
