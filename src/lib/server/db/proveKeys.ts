import { createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Keyring } from '../crypto/keyring.ts';

/** What tells one key from another and says nothing of either. */
const fingerprint = (key: KeyObject): string =>
	createHmac('sha256', key).update('halte: which key this is').digest('hex').slice(0, 32);

/**
 * Takes the keys of an installation and returns why they are not those of this database, or null. Each key that ever
 * sealed in it has to be there, and the one for look-ups has to be the same: with another one nobody in it would be found
 * again, and each of them would get a second dossier. A database that was never opened remembers the keys.
 */
export const proveKeys = async (pool: pg.Pool, { first, keys, hash }: Keyring): Promise<string | null> => {
	const { rows } = await pool.query<{ name: string }>(
		`select name from mark where name ~ '^(hash|seal)-key '`,
	);
	for (const { name } of rows) {
		const [kind, id = '', known] = name.split(' ');
		const key = kind === 'hash-key' ? hash : keys.get(id);
		if (!key) return `the one named "${id}" is missing`;
		if (fingerprint(key) !== known) return `the one named "${id}" is another one`;
	}
	const sealing = keys.get(first);
	const names = [
		`hash-key hash ${fingerprint(hash)}`,
		...(sealing ? [`seal-key ${first} ${fingerprint(sealing)}`] : []),
	].filter((each) => !rows.some(({ name }) => name === each));
	if (names.length > 0)
		await pool.query('insert into mark (name, at) select unnest($1::text[]), now() on conflict do nothing', [
			names,
		]);
	return null;
};
