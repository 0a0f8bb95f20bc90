import { m } from '#lib/paraglide/messages.js';

const actions: Record<string, () => string> = {
	booking_moved: m.me_action_booking_moved,
	hold_released: m.me_action_hold_released,
	offer_declined: m.me_action_offer_declined,
	offer_expired: m.me_action_offer_expired,
	seat_held: m.me_action_seat_held,
	seat_offered: m.me_action_seat_offered,
	attendance_corrected: m.me_action_attendance_corrected,
	attestation_issued: m.me_action_attestation_issued,
	attestation_revoked: m.me_action_attestation_revoked,
	booking_cancelled: m.me_action_booking_cancelled,
	callback_asked: m.me_action_callback_asked,
	callback_claimed: m.me_action_callback_claimed,
	callback_closed: m.me_action_callback_closed,
	callback_moved: m.me_action_callback_moved,
	callback_tried: m.me_action_callback_tried,
	callback_withdrawn: m.me_action_callback_withdrawn,
	closed: m.me_action_closed,
	complained: m.me_action_complained,
	complaint_answered: m.me_action_complaint_answered,
	complaint_opened: m.me_action_complaint_opened,
	confirmed: m.me_action_confirmed,
	event_added: m.me_action_event_added,
	exported: m.me_action_exported,
	language_kept: m.me_action_language_kept,
	letter_issued: m.me_action_letter_issued,
	line_joined: m.me_action_line_joined,
	line_left: m.me_action_line_left,
	looked: m.me_action_looked,
	needs_kept: m.me_action_needs_kept,
	message_told: m.me_action_message_told,
	message_ways_kept: m.me_action_message_ways_kept,
	passkey_added: m.me_action_passkey_added,
	passkey_removed: m.me_action_passkey_removed,
	proposal_made: m.me_action_proposal_made,
	proposal_replaced: m.me_action_proposal_replaced,
	seat_booked: m.me_action_seat_booked,
	session_called_off: m.me_action_session_called_off,
	session_changed: m.me_action_session_changed,
	sign_in_refused: m.me_action_sign_in_refused,
	signed_in: m.me_action_signed_in,
	signed_out: m.me_action_signed_out,
	step_recorded: m.me_action_step_recorded,
	suspended: m.me_action_suspended,
};

const actors: Record<string, () => string> = {
	anonymous: m.me_by_anonymous,
	newcomer: m.me_by_you,
	commune: m.me_by_commune,
	office: m.me_by_office,
	operator: m.me_by_operator,
	system: m.me_by_system,
};

const channels: Record<string, () => string> = {
	web: m.me_channel_web,
	kiosk: m.me_channel_kiosk,
	phone: m.me_channel_phone,
	paper: m.me_channel_paper,
	helper: m.me_channel_helper,
	desk: m.me_channel_desk,
	register: m.me_channel_register,
	command: m.me_channel_command,
};

/** Takes the codes of a line of the journal and returns it in the words of the reader: what, by whom, by which way. */
export const journalWords = (line: { action: string; actorKind: string; channel: string }) => ({
	what: (actions[line.action] ?? m.me_action_other)(),
	who: (actors[line.actorKind] ?? m.me_by_operator)(),
	how: (channels[line.channel] ?? m.me_channel_command)(),
});

/** True when an action has words of its own, and is not just "something else". */
export const hasWords = (action: string): boolean => action in actions;
