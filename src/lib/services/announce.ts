import type { MessageKind } from '#lib/domain/message.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Deps, Tx } from './ports.ts';

/** What somebody is to be told; `codes` is what its words need besides, such as where they moved from. */
export type News = {
	dossier: string;
	kind: MessageKind;
	session: string | null;
	booking?: string | null;
	offer?: string | null;
	/** For a reminder: the day of the meeting. */
	aboutOn?: string | null;
	codes?: Record<string, string>;
	/** What may be said to nobody else, sealed with the person's key. */
	facts?: Uint8Array;
};

/**
 * Writes a message for one person and asks for its sending, in the transaction of what it tells: neither is kept without
 * the other. Whoever sends it looks again first, so what changes meanwhile undoes nothing here. Returns its id, or null
 * for a reminder that was written before.
 */
export const announce = async (
	tx: Pick<Tx, 'messages' | 'jobs'>,
	{ random }: Pick<Deps, 'random'>,
	{ booking = null, offer = null, aboutOn = null, codes = {}, facts, ...news }: News,
	at: Date,
): Promise<string | null> => {
	const id = uuidOf(at, random(10));
	const added = await tx.messages.add(
		{ id, ...news, booking, offer, aboutOn, codes, facts: facts ?? null },
		at,
	);
	if (added === 'already_there') return null;
	await tx.jobs.send({ name: 'send-message', data: { message: id } });
	return id;
};
