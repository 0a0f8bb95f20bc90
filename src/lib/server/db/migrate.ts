import { fileURLToPath } from 'node:url';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { SettingError } from '#lib/server/environment.ts';
import { prepareQueues } from '../jobs/prepareQueues.ts';
import { advisoryLocks } from './advisoryLocks.ts';

/** The folder of the migrations, beside the sources whichever file this was bundled into. */
const migrationsFolder = (): string => fileURLToPath(new URL('../../../../drizzle', import.meta.url));

/** Brings the database to the present schema, with the tables of the jobs. Several nodes may start at once: they queue on an advisory lock. */
export const migrate = async (url: string): Promise<void> => {
	const client = new pg.Client({
		connectionString: url,
		application_name: 'halte-migrate',
		connectionTimeoutMillis: 10_000,
	});
	client.on('error', () => {});
	await client.connect();
	try {
		const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
		if (Number(rows[0]?.server_version_num) < 150_000)
			throw new SettingError(
				'DATABASE_URL should lead to a PostgreSQL of version 15 or later; this one is older.',
			);
		await client.query('select pg_advisory_lock($1)', [advisoryLocks.migrate]);
		await runMigrations(drizzle({ client }), { migrationsFolder: migrationsFolder() });
		await prepareQueues(client, url);
	} finally {
		await client.end();
	}
};
