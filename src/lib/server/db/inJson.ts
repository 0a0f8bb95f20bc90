import { sql } from 'drizzle-orm';

/** When the session `s` meets, as parts of a JSON object (`Timetable`): PostgreSQL would write a time as "09:00:00". */
export const timetableInJson = sql`'startsOn', s.starts_on, 'weekdays', s.weekdays,
	'startTime', to_char(s.start_time, 'HH24:MI'), 'endTime', to_char(s.end_time, 'HH24:MI'), 'meetings', s.meetings`;

/** What the course `c` teaches, as parts of a JSON object (`Taught`). */
export const taughtInJson = sql`'kind', c.kind, 'courseLanguage', c.course_language, 'level', c.level`;
