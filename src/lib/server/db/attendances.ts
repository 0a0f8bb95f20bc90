import { asc, eq } from 'drizzle-orm';
import type { Attendance, Attendances } from '#lib/services/ports/attendances.ts';
import type { Db } from './connection.ts';
import { attendance } from './schema/attendance.ts';

const { session, dossier, meetingOn, status } = attendance;
const columns = { session, dossier, meetingOn, status };

/** Attendance on PostgreSQL. */
export const attendancesOn = (db: Db): Attendances => ({
	ofSession: (id) => db.select(columns).from(attendance).where(eq(session, id)) as Promise<Attendance[]>,
	ofDossier: (id) =>
		db
			.select(columns)
			.from(attendance)
			.where(eq(dossier, id))
			.orderBy(asc(meetingOn), asc(session)) as Promise<Attendance[]>,
	async put(row, recordedAt) {
		await db
			.insert(attendance)
			.values({ ...row, recordedAt })
			.onConflictDoUpdate({
				target: [session, dossier, meetingOn],
				set: { status: row.status, recordedAt },
			});
	},
});
