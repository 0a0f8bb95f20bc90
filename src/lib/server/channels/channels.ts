import type { MessageChannel } from '#lib/domain/message.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import type { Channels, Delivery, Destination, Notice } from '#lib/services/ports/channels.ts';
import type { MailSettings, PushSettings, SmsSettings } from '../channelSettings.ts';
import { sendLetter } from './letter.ts';
import type { LetterSettings } from './letter.ts';
import { sendMail } from './mail.ts';
import type { CalendarOf } from './mail.ts';
import { sendPush } from './push.ts';
import { sendSms } from './sms.ts';

/** What the operator set up; null: that channel is off. */
export type ChannelSettings = {
	sms: SmsSettings | null;
	mail: MailSettings | null;
	push: PushSettings | null;
	letters: LetterSettings | null;
	origin: string;
	operator: string;
};

/** Takes what was set up and returns the ways out of Halte. `calendarOf` adds a calendar file to an e-mail. */
export const createChannels = (settings: ChannelSettings, calendarOf?: CalendarOf): Channels => {
	const { sms, mail, push, letters, origin, operator } = settings;
	const isSet: Record<MessageChannel, boolean> = {
		sms: sms !== null,
		email: mail !== null,
		push: push !== null,
		letter: letters !== null,
	};
	const off: Delivery = { outcome: 'later', reason: 'channel_off' };
	const hand = async (to: Destination, notice: Notice): Promise<Delivery> => {
		switch (to.channel) {
			case 'sms':
				return sms ? sendSms(sms, to, notice) : off;
			case 'email':
				return mail
					? sendMail({ ...mail, origin, operator, ...(calendarOf ? { calendarOf } : {}) }, to, notice)
					: off;
			case 'push':
				return push ? sendPush(push, to, notice) : off;
			case 'letter':
				return letters ? sendLetter(letters, to, notice) : off;
		}
	};
	return {
		ready: (['sms', 'email', 'push', 'letter'] as const).filter((channel) => isSet[channel]),
		deliver: async (to, notice) => {
			try {
				return await hand(to, notice);
			} catch (error) {
				// A fault of ours: it is tried again, and somebody reads why.
				log.error({ channel: to.channel, error: errorForLog(error) }, 'a message could not be handed over');
				return { outcome: 'later', reason: 'failed_here' };
			}
		},
	};
};
