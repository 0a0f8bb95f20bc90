import { join } from 'node:path';
import type { MessageChannel } from '#lib/domain/message.ts';
import type { Channels } from '#lib/services/ports/channels.ts';
import type { Settings } from '../environment.ts';
import { calendarFile } from './calendarFile.ts';
import { createChannels } from './channels.ts';

type ChannelPart = Pick<
	Settings,
	'sms' | 'mail' | 'push' | 'dataDir' | 'operator' | 'origin' | 'demonstration'
>;

/** The folder of letters to print and post, inside the data folder. */
export const lettersFolder = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'letters');

/** Takes the settings and returns the channels they set up; letters are always possible. */
export const channelsOf = (settings: ChannelPart): Channels => {
	const { sms, mail, push, operator, origin, demonstration } = settings;
	const letters = { folder: lettersFolder(settings), operator, demonstration };
	return createChannels({ sms, mail, push, letters, origin, operator }, calendarFile(origin));
};

const variables: Record<Exclude<MessageChannel, 'letter'>, string> = {
	sms: 'SMS_URL',
	email: 'SMTP_URL',
	push: 'VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT',
};
const names = { sms: 'SMS', email: 'e-mail', push: 'push', letter: 'letters' };

/** Takes the settings and says in one line by what messages go out, and which variables would open the rest. */
export const channelsLine = (settings: ChannelPart): string => {
	const { ready } = channelsOf(settings);
	const off = (['sms', 'email', 'push'] as const).filter((channel) => !ready.includes(channel));
	const on = ready.filter((channel) => channel !== 'letter').map((channel) => names[channel]);
	const letters = `letters to print in ${lettersFolder(settings)}`;
	const missing = off.map((channel) => `${names[channel]} (${variables[channel]})`).join(', ');
	return `Messages go out by ${[...on, letters].join(', ')}${missing ? `; not set, so off: ${missing}` : ''}.`;
};
