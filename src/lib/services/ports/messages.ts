import type { MessageChannel, MessageKind, MessageState } from '#lib/domain/message.ts';

/** What a message is about; its words are made from it when it is sent, and again whenever it is shown. */
export type Announcement = {
	dossier: string;
	kind: MessageKind;
	session: string | null;
	booking: string | null;
	offer: string | null;
	aboutOn: string | null;
	codes: Record<string, string>;
};

/** A message as it is kept. */
export type Message = Announcement & {
	id: string;
	writtenAt: Date;
	state: MessageState;
	reason: string | null;
	channel: MessageChannel | null;
	dueAt: Date;
	claimedUntil: Date | null;
	settledAt: Date | null;
};

/** Messages to people. */
export type Messages = {
	/** Adds a message that waits; a reminder of the same kind for the same booking and day is `already_there`. */
	add(message: Announcement & { id: string }, at: Date): Promise<'added' | 'already_there'>;
};
