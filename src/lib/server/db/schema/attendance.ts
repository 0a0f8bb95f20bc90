import { date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { session } from './courses.ts';
import { dossier } from './dossiers.ts';

/** Whether a person was at one meeting of a session, as its office wrote it down. */
export const attendance = pgTable(
	'attendance',
	{
		session: text()
			.notNull()
			.references(() => session.id),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		meetingOn: date('meeting_on', { mode: 'string' }).notNull(),
		status: text().notNull(),
		recordedAt: instant('recorded_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.session, table.dossier, table.meetingOn] }),
		index('attendance_dossier').on(table.dossier),
	],
);
