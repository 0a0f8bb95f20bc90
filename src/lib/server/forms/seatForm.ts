import { randomUUID } from 'node:crypto';
import { isOfferId } from '#lib/domain/course.ts';
import { isCalendarDate } from '#lib/domain/dates.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { choiceRefusal } from './refuseForm.ts';

const text = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/** A form without a usable key asks for the first time. */
const keyOf = (form: FormData): string => {
	const key = text(form, 'key');
	return /^[\w-]{8,100}$/.test(key) ? key : randomUUID();
};

/** Takes the form of a seat and returns the session that was chosen, if any, and the key that makes asking twice safe. */
export const readSeatForm = (form: FormData): { session: string | null; key: string } => {
	const session = text(form, 'session');
	return { session: isOfferId(session) ? session : null, key: keyOf(form) };
};

/** Takes the form that confirms a seat, asks for more time, or moves another seat there; what is unusable is empty. */
export const readConfirmForm = (form: FormData): { key: string; extended: number; booking: string } => {
	const extended = text(form, 'extended');
	const booking = text(form, 'booking');
	return {
		key: keyOf(form),
		extended: /^\d$/.test(extended) ? Number(extended) : -1,
		booking: isUuid(booking) ? booking : '',
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
		'same_course',
		'seat_free',
	],
	...['full', 'people_waiting', 'dossier_closed', 'pathway_completed', 'pathway_suspended'],
	...['age_not_settled', 'outside_the_group', 'other', 'hold_over', 'extended_enough', 'unknown_booking'],
	...['other_course', 'left_session_started'],
];

/** What somebody asked for: a seat, a place in the line, more time to think, to move a seat. */
const asks = ['seat', 'line', 'time', 'move'] as const;

/** Why what was asked for was not given; `on` is the day of a clash. */
export type SeatRefusal = { asked: (typeof asks)[number]; reason: string; on: CalendarDate | null };

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
	const asked = asks.find((each) => each === url.searchParams.get('asked')) ?? 'seat';
	return reason ? { asked, reason, on: isCalendarDate(on) ? on : null } : null;
};
