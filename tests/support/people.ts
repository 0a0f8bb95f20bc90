import type pg from 'pg';

/** Adds obliged people, confirmed by their commune, with nothing in them but facts; returns their dossiers' ids. */
export const addPeople = async (
	pool: pg.Pool,
	ids: readonly string[],
	facts: { outcome?: string; mayFollowVoluntarily?: boolean | null; confirmedOn?: string | null } = {},
): Promise<void> => {
	const { outcome = 'obliged', mayFollowVoluntarily = false, confirmedOn = '2026-01-05' } = facts;
	await pool.query(
		`insert into dossier (id, commune, language, name_hash, outcome, reasons, reference_date, rules,
			may_follow_voluntarily, decided_on, confirmed_on, created_at)
		select id, '21015', 'ar', '\\x00', $2, '{}', '2025-12-01', 'test', $3, '2025-12-02', $4, now()
		from unnest($1::text[]) as id`,
		[ids, outcome, mayFollowVoluntarily, confirmedOn],
	);
};
