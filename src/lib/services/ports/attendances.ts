import type { AttendanceRow } from '#lib/domain/attendance.ts';

/** One person at one meeting of a session. */
export type Attendance = AttendanceRow & { session: string };

/** Who was at which meeting. */
export type Attendances = {
	ofSession(session: string): Promise<Attendance[]>;
	/** In the order of the meetings. */
	ofDossier(dossier: string): Promise<Attendance[]>;
	/** Adds it, or puts it in place of what was written before about the same person at the same meeting. */
	put(attendance: Attendance, at: Date): Promise<void>;
};
