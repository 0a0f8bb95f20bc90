import { expect, test } from 'vitest';
import { newKeyPairs, parseKeyring } from '#lib/server/crypto/keyring.ts';
import { proveKeys } from '#lib/server/db/proveKeys.ts';
import { testDatabase } from '../support/database.ts';

const { pool } = await testDatabase();
const prove = (...pairs: (string | undefined)[]) => proveKeys(pool, parseKeyring(pairs.join(',')));

test('a database is opened with the keys it was made with, and every key that ever sealed in it', async () => {
	await pool.query(`delete from mark where name ~ '-key '`);
	const [sealing, lookUps] = newKeyPairs().split(',');
	const [other, otherLookUps] = newKeyPairs().split(',');
	const next = other?.replace('k1:', 'k2:');
	expect(await prove(sealing, lookUps)).toBe(null);
	expect(await prove(sealing, lookUps)).toBe(null);
	expect(await prove(sealing, otherLookUps)).toBe('the one named "hash" is another one');
	expect(await prove(other, lookUps)).toBe('the one named "k1" is another one');
	expect(await prove(next, lookUps)).toBe('the one named "k1" is missing');
	// A new key seals from now on: both are needed afterwards.
	expect(await prove(next, sealing, lookUps)).toBe(null);
	expect(await prove(sealing, lookUps)).toBe('the one named "k2" is missing');
	expect(await prove(sealing, next, lookUps)).toBe(null);
	const { rows } = await pool.query(`select name from mark where name ~ '-key '`);
	expect(rows).toHaveLength(3);
	for (const { name } of rows) expect(name).toMatch(/^(hash-key hash|seal-key k[12]) [0-9a-f]{32}$/);
});
