import { m } from '#lib/paraglide/messages.js';
import { sayDate } from './sayDate.ts';

const words: Record<string, () => string> = {
	full: () => m.courses_no_full(),
	people_waiting: () => m.courses_no_people_waiting(),
	already_booked: () => m.courses_no_already_booked(),
	same_course: () => m.seat_same_text(),
	session_started: () => m.courses_no_session_started(),
	session_called_off: () => m.courses_no_session_called_off(),
	unknown_session: () => m.courses_no_unknown_session(),
	dossier_closed: () => m.courses_no_dossier_closed(),
	pathway_suspended: () => m.courses_no_pathway_suspended(),
	pathway_completed: () => m.courses_no_pathway_completed(),
	age_not_settled: () => m.courses_no_age_not_settled(),
	outside_the_group: () => m.courses_no_outside_the_group(),
	seat_free: () => m.courses_no_seat_free(),
	hold_over: () => m.seat_no_hold_over(),
	extended_enough: () => m.seat_more_none(),
	unknown_booking: () => m.bookings_no_unknown_booking(),
	other_course: () => m.bookings_no_other_course(),
	left_session_started: () => m.bookings_no_session_started(),
};

/** Why a seat, or a place in line, was not given, in the language of this request, with what can be done. */
export const seatReason = (reason: string, on: string | null): string => {
	if (reason === 'clash' && on) return m.courses_no_clash({ date: sayDate(on) });
	return (words[reason] ?? (() => m.courses_no_other()))();
};
