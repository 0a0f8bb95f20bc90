import type { CalendarDate } from '#lib/domain/dates.ts';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { MessageChannel, MessageKind } from '#lib/domain/message.ts';
import type { Person } from '#lib/domain/person.ts';
import type { PhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { KeptOffice } from './offices.ts';

/** What is to be said, in which language; the channel finds the words. */
export type Notice = {
	/** Also what the other side knows it by: sent again, it is the same message. */
	id: string;
	kind: MessageKind;
	language: Language;
	course: Course | null;
	session: Session | null;
	/** The seat it is about. */
	booking: string | null;
	/** Who gives the course. */
	office: Pick<KeptOffice, 'nameFr' | 'nameNl'> | null;
	aboutOn: CalendarDate | null;
	codes: Record<string, string>;
	writtenAt: Date;
	/** Whom to ring or to visit about it. */
	frontDesk: KeptOffice | null;
};

/** A browser that shows messages (Push API, W3C): its address and the keys to write to it. */
export type PushAddress = { endpoint: string; p256dh: string; auth: string };

/** Where a message goes. */
export type Destination =
	| { channel: 'sms'; number: PhoneNumber }
	| { channel: 'email'; address: string }
	| { channel: 'push'; browsers: (PushAddress & { id: string })[] }
	| { channel: 'letter'; person: Person; commune: string; dossier: string };

/**
 * What came of it: taken by the other side; to be tried again later; refused for good. `gone` are browsers that want no
 * messages any more.
 */
export type Delivery = {
	outcome: 'accepted' | 'later' | 'refused';
	/** For the record: a code, never what the other side said. */
	reason?: string;
	gone?: string[];
};

/** The ways out of Halte. */
export type Channels = {
	/** Those that the operator set up. */
	readonly ready: readonly MessageChannel[];
	/** Hands a message over; never throws for what the other side does, and never waits longer than half a minute. */
	deliver(to: Destination, notice: Notice): Promise<Delivery>;
};
