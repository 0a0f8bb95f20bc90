import { createRequire } from 'node:module';
import type pg from 'pg';
import { deadLetters, jobSchema, patience, queues } from './queues.ts';

const { version } = createRequire(import.meta.url)('pg-boss/package.json') as { version: string };

/** What the tables of the jobs are made of: written on their schema, it tells whether they are as they should be. */
const made = `pg-boss ${version} ${JSON.stringify({ deadLetters, patience, queues })}`;

/**
 * Makes the tables of the jobs, and a queue for each kind of job, on the database at `url`: a command may then ask for a
 * job before Halte ever served. `client` is connected to it and holds the lock of the migrations.
 */
export const prepareQueues = async (client: pg.Client, url: string): Promise<void> => {
	const { rows } = await client.query<{ said: string | null }>(
		`select obj_description(to_regnamespace($1), 'pg_namespace') as said`,
		[jobSchema],
	);
	if (rows[0]?.said === made) return;
	// Read only now: most commands find everything in its place.
	const { PgBoss } = await import('pg-boss');
	const boss = new PgBoss({
		...{ connectionString: url, application_name: 'halte-migrate', schema: jobSchema, max: 1 },
		...{ supervise: false, schedule: false },
	});
	boss.on('error', () => {});
	try {
		await boss.start();
		const { name: deadLetter, ...letters } = deadLetters;
		// The one that the others name comes first.
		const wanted: Record<string, object> = { [deadLetter]: letters };
		for (const [job, settings] of Object.entries(queues))
			wanted[job] = { ...patience, ...settings, deadLetter };
		for (const [name, settings] of Object.entries(wanted)) {
			await boss.createQueue(name, settings);
			// One that an earlier Halte made has its settings.
			await boss.updateQueue(name, settings);
		}
	} finally {
		await boss.stop({ graceful: false });
	}
	await client.query(`comment on schema ${jobSchema} is ${client.escapeLiteral(made)}`);
};
