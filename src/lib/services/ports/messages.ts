import type { CalendarDate } from '#lib/domain/dates.ts';
import type { MessageChannel, MessageKind, MessageState } from '#lib/domain/message.ts';
import type { MessageTry } from '#lib/domain/messageRoute.ts';

/** What a message is about; its words are made from it when it is sent. */
export type Announcement = {
	dossier: string;
	kind: MessageKind;
	session: string | null;
	booking: string | null;
	offer: string | null;
	aboutOn: string | null;
	codes: Record<string, string>;
	/** What its words were made of, sealed with the person's key; null as long as it has not left. */
	facts: Uint8Array | null;
};

/** A message as it is kept. */
export type Message = Announcement & {
	id: string;
	writtenAt: Date;
	state: MessageState;
	reason: string | null;
	channel: MessageChannel | null;
	/** For a letter: when somebody said that it was posted. */
	postedAt: Date | null;
	dueAt: Date;
	claimedUntil: Date | null;
	settledAt: Date | null;
};

/** How a person wants to be written to; no channel: they look themselves; null: they never said. The contact is sealed. */
export type MessagePreference = {
	channels: MessageChannel[] | null;
	contact: Uint8Array | null;
	changedAt: Date;
};

/** A browser that shows a person's messages, sealed. */
export type PushSubscription = { id: string; subscription: Uint8Array; addedAt: Date };

/** A seat whose first meeting may be near, and the channels that its person chose; null: they never said. */
export type SeatAhead = {
	booking: string;
	dossier: string;
	session: string;
	bookedAt: Date;
	chosen: MessageChannel[] | null;
};

type MessageChange = 'state' | 'reason' | 'channel' | 'facts' | 'dueAt' | 'claimedUntil' | 'settledAt';

/** Messages to people, how they want them, and what came of each try. */
export type Messages = {
	/** Adds a message that waits; a reminder of the same kind for the same booking and day is `already_there`. */
	add(message: Announcement & { id: string }, at: Date): Promise<'added' | 'already_there'>;
	/** The message with its row locked until the transaction ends. */
	lock(id: string): Promise<Message | null>;
	/** Settles a message, or moves its next try. */
	change(id: string, facts: Partial<Pick<Message, MessageChange>>): Promise<void>;
	/** Notes that the letters written on a day were posted, those of which nobody had said so; returns how many. */
	post(day: CalendarDate, at: Date): Promise<number>;
	/** The newest first. */
	ofDossier(dossier: string, most: number): Promise<Message[]>;
	/** Those that reached nobody, the oldest first. */
	undelivered(dossier?: string): Promise<Message[]>;
	/** Waiting ones that were due before that instant and that no job will ever send. */
	withoutJob(before: Date): Promise<string[]>;
	/** How many of a kind were written to somebody since. */
	countSince(dossier: string, kind: MessageKind, since: Date): Promise<number>;

	/** Notes that a try begins; returns its number. */
	beginTry(message: string, channel: MessageChannel, at: Date): Promise<number>;
	endTry(number: number, result: string): Promise<void>;
	triesOf(message: string): Promise<MessageTry[]>;

	preferenceOf(dossier: string): Promise<MessagePreference | null>;
	keepPreference(dossier: string, preference: MessagePreference): Promise<void>;
	browsersOf(dossier: string): Promise<PushSubscription[]>;
	/** Adds a browser, or hands it to the last person who asked. */
	addBrowser(dossier: string, browser: PushSubscription & { endpointHash: Uint8Array }): Promise<void>;
	removeBrowsers(ids: readonly string[]): Promise<void>;

	/** Standing seats in sessions that start in these days. */
	seatsAhead(from: string, until: string): Promise<SeatAhead[]>;
};
