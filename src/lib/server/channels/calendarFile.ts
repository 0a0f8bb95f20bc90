import type { MessageKind } from '#lib/domain/message.ts';
import { calendarOf } from '../documents/calendar.ts';
import type { CalendarOf } from './mail.ts';

const putsIn: ReadonlySet<MessageKind> = new Set([
	'booked',
	'moved',
	'session_changed',
	'reminder_3_days',
	'reminder_1_day',
]);
const takesOut: ReadonlySet<MessageKind> = new Set(['cancelled', 'session_called_off']);

/**
 * Takes the public address and returns how a message finds its calendar file: a seat's meetings to put in, or to take
 * out; none for what is about no seat.
 */
export const calendarFile =
	(origin: string): CalendarOf =>
	({ kind, booking, session, course, office, language, writtenAt }) => {
		const cancelled = takesOut.has(kind);
		if (!booking || !session || !course || !office || !(cancelled || putsIn.has(kind))) return null;
		return {
			method: cancelled ? 'CANCEL' : 'PUBLISH',
			content: calendarOf(
				{ booking, cancelled, session, course, office },
				{ language, address: `${origin}/${language}/bookings`, at: writtenAt },
			),
		};
	};
