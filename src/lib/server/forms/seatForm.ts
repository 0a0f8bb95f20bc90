import { randomUUID } from 'node:crypto';
import { isOfferId } from '#lib/domain/course.ts';
import { isCalendarDate } from '#lib/domain/dates.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { choiceRefusal } from './refuseForm.ts';

/** Takes the form of a seat and returns the session that was chosen, if any, and the key that makes asking twice safe. */
export const readSeatForm = (form: FormData): { session: string | null; key: string } => {
	const text = (name: string): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	const session = text('session');
	const key = text('key');
	return {
		session: isOfferId(session) ? session : null,
		// A form without a usable key asks for the first time.
		key: /^[\w-]{8,100}$/.test(key) ? key : randomUUID(),
	};
};

const reasons = [
	...[
		'session_missing',
		'unknown_session',
		'session_started',
		'session_called_off',
		'already_booked',
		'clash',
		'seat_free',
	],
	...['full', 'people_waiting', 'dossier_closed', 'pathway_completed', 'pathway_suspended'],
	...['age_not_settled', 'outside_the_group', 'other'],
];

/** Why a seat, or a place in the line, was not given; `on` is the day of a clash. */
export type SeatRefusal = { asked: 'seat' | 'line'; reason: string; on: CalendarDate | null };

/** Says a refusal in codes that can stand in the address of its course, with the session that was chosen. */
export const seatRefusalCodes = (
	asked: SeatRefusal['asked'],
	session: string | null,
	{ reason, on }: { reason: string; on?: CalendarDate },
) => ({
	refused: reasons.includes(reason) ? reason : 'other',
	asked,
	...(session ? { session } : {}),
	...(on ? { on } : {}),
});

/** Reads such codes; null when there are none, or none that are known. */
export const readSeatRefusal = (url: URL): SeatRefusal | null => {
	const reason = choiceRefusal(url, reasons);
	const on = url.searchParams.get('on');
	const asked = url.searchParams.get('asked') === 'line' ? 'line' : 'seat';
	return reason ? { asked, reason, on: isCalendarDate(on) ? on : null } : null;
};
