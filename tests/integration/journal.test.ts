import { expect, test } from 'vitest';
import { operator } from '#lib/services/actor.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool } = await testDatabase();

test('the journal takes lines and refuses to change or lose any', async () => {
	await deps.store.transact((tx) =>
		tx.journal.write([{ actor: operator, action: 'looked', dossier: 'D1' }], deps.now()),
	);
	const lines = await deps.store.transact((tx) => tx.journal.ofDossier('D1', 10));
	expect(lines).toMatchObject([{ action: 'looked', actorKind: 'operator', channel: 'command' }]);
	for (const change of ["update journal set action = 'x'", 'delete from journal', 'truncate journal'])
		await expect(pool.query(change)).rejects.toThrow('append-only');
});
