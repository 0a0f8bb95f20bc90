import type { Course, Session } from '#lib/domain/course.ts';
import type { MessageChannel, MessageKind, MessageState } from '#lib/domain/message.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { MessagesSeen, MessageSeen } from '#lib/services/viewMessages.ts';

/** A message as a page shows it. */
export type MessageShown = {
	id: string;
	kind: MessageKind;
	course: Course | null;
	session: Session | null;
	/** The seat it is about; null for somebody in line. */
	booking: string | null;
	aboutOn: string | null;
	codes: Record<string, string>;
	writtenAt: Date;
	state: MessageState;
	channel: MessageChannel | null;
	/** A letter that somebody said was posted. */
	posted: boolean;
};

/** How a person is written to, as a page shows it: of a number or address only enough to know it again. */
export type MessageWaysShown = {
	ready: MessageChannel[];
	off: MessageChannel[];
	number: string | null;
	email: string | null;
	browsers: number;
};

/** Takes a number and returns it with all digits but the last two covered. */
export const coverNumber = (number: string): string =>
	showPhoneNumber(number).replace(/\d(?=(?:\D*\d){2})/g, '•');

/** Takes an e-mail address and returns it with all of its name but the first letter covered. */
export const coverAddress = (address: string): string => {
	const at = address.lastIndexOf('@');
	return `${[...address][0] ?? ''}•••${address.slice(at)}`;
};

/** Takes what is known of how a person is written to and returns what a page shows of it. */
export const showWays = ({ ready, contact, browsers }: MessagesSeen): MessageWaysShown => ({
	ready: [...ready],
	off: (['sms', 'email', 'push', 'letter'] as const).filter((channel) => !ready.includes(channel)),
	number: contact.phone && coverNumber(contact.phone),
	email: contact.email && coverAddress(contact.email),
	browsers,
});

/** Takes a message and returns what a page shows of it. */
export const showMessage = ({ about, ...message }: MessageSeen): MessageShown => ({
	id: message.id,
	kind: message.kind,
	course: about?.course ?? null,
	session: about?.session ?? null,
	booking: message.booking,
	aboutOn: message.aboutOn,
	codes: message.codes,
	writtenAt: message.writtenAt,
	state: message.state,
	channel: message.channel,
	posted: message.postedAt !== null,
});
