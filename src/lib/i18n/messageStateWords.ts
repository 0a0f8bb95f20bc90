import type { MessageChannel, MessageState } from '#lib/domain/message.ts';
import { m } from '#lib/paraglide/messages.js';

/** What became of a message; `posted`: somebody said that the letter was posted. */
export type MessageFate = { state: MessageState; channel: MessageChannel | null; posted: boolean };

const states = {
	waiting: m.messages_state_waiting,
	shown: m.messages_state_shown,
	dropped: m.messages_state_dropped,
	undelivered: m.messages_state_undelivered,
	told: m.messages_state_told,
};
const sent = {
	sms: m.messages_state_sent_sms,
	email: m.messages_state_sent_email,
	push: m.messages_state_sent_push,
	letter: m.messages_state_sent_letter,
};

/** What became of a message, in the language of this request: a letter goes by post until somebody posted it. */
export const messageStateInWords = ({ state, channel, posted }: MessageFate): string => {
	if (state !== 'sent') return states[state]();
	if (channel === null) return m.messages_state_shown();
	return channel === 'letter' && posted ? m.messages_state_posted() : sent[channel]();
};
