/** Everything Halte writes to a person about. */
export const messageKinds = [
	'booked',
	'moved',
	'cancelled',
	'line_joined',
	'line_left',
	'seat_offered',
	'offer_expired',
	'offer_declined',
	'session_changed',
	'session_called_off',
	'needs_unsure',
	'attestation_issued',
	'attestation_revoked',
	'reminder_3_days',
	'reminder_1_day',
	'test',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** By what a message reaches a person; they choose which, and in which order. */
export const messageChannels = ['sms', 'email', 'push', 'letter'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/**
 * Where a message stands: it waits to be sent; it was sent, or is only shown in Halte; it was dropped, as what it says
 * is no longer so; it reached nobody, and a person tells them; a person told them.
 */
export const messageStates = ['waiting', 'sent', 'shown', 'dropped', 'undelivered', 'told'] as const;
export type MessageState = (typeof messageStates)[number];

/** Takes any text and says whether it names a channel. */
export function isMessageChannel(text: string): text is MessageChannel {
	return (messageChannels as readonly string[]).includes(text);
}
