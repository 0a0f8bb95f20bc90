import { sql } from 'drizzle-orm';
import type { Jobs } from '#lib/services/ports/jobs.ts';
import type { Db } from './connection.ts';

/**
 * Jobs on PostgreSQL: the row that pg-boss itself would write (12.35, `insertJobs`), written by the connection of the
 * transaction. pg-boss's own `send` needs a started instance with timers of its own, which a command does not have.
 */
export const jobsOn = (db: Db): Jobs => ({
	async send({ name, data }, after) {
		const start = after?.toISOString() ?? null;
		const { rowCount } = await db.execute(sql`
			insert into pgboss.job (name, data, start_after, keep_until, policy, dead_letter, retry_limit, retry_delay,
				retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
			select q.name, ${JSON.stringify(data)}::jsonb, s.after, s.after + q.retention_seconds * interval '1 s', q.policy,
				q.dead_letter, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds,
				q.deletion_seconds, q.heartbeat_seconds
			from pgboss.queue q, (select coalesce(${start}::timestamptz, pgboss.job_now()) as after) s
			where q.name = ${name}`);
		if (rowCount !== 1) throw new Error(`there is no queue for ${name}`);
	},
});
