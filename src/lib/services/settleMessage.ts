import type { MessageChannel, MessageState } from '#lib/domain/message.ts';
import type { Message } from './ports/messages.ts';
import type { Tx } from './ports.ts';

/** The kind of task that a message leaves which reached nobody: somebody rings, writes or says it at the counter. */
export const undeliveredTask = 'message_undelivered';

type Settled = { state: Exclude<MessageState, 'waiting'>; reason?: string | null; channel?: MessageChannel };

/** Settles a message, locked by the caller; one that reached nobody becomes a task for a person. */
export const settleMessage = async (
	tx: Pick<Tx, 'messages' | 'tasks'>,
	{ id, kind, dossier }: Pick<Message, 'id' | 'kind' | 'dossier'>,
	{ state, reason = null, channel }: Settled,
	at: Date,
): Promise<void> => {
	await tx.messages.change(id, {
		...{ state, reason, settledAt: at, claimedUntil: null },
		...(channel ? { channel } : {}),
	});
	// A test tells its own sender: the page says that it did not arrive.
	if (state === 'undelivered' && kind !== 'test')
		await tx.tasks.open(undeliveredTask, [id, kind], at, dossier);
};
