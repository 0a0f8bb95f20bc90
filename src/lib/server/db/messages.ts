import type { Messages } from '#lib/services/ports/messages.ts';
import type { Db } from './connection.ts';
import { message } from './schema/messages.ts';

/** Messages on PostgreSQL. */
export const messagesOn = (db: Db): Messages => ({
	async add(added, at) {
		const rows = await db
			.insert(message)
			.values({ ...added, writtenAt: at, dueAt: at, state: 'waiting' })
			.onConflictDoNothing()
			.returning({ id: message.id });
		return rows.length > 0 ? 'added' : 'already_there';
	},
});
