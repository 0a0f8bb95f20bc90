import type { MessageChannel } from '#lib/domain/message.ts';

/** The sending of a message, by one channel. Each channel has a queue of its own: a slow one holds up no other. */
type SendBy = { [By in MessageChannel]: { name: `send-${By}`; data: { message: string } } }[MessageChannel];

/** Something that happens later, or at once beside the request that causes it. */
export type Job =
	/** By whichever channel is the next of its person: it goes on to that channel's queue. */
	| { name: 'send-message'; data: { message: string } }
	| SendBy
	| { name: 'promote'; data: { session: string } }
	| { name: 'free-seats'; data: { dossier: string } };

/** The queue of jobs, inside one transaction: what is asked for happens if, and only if, the transaction is kept. */
export type Jobs = {
	/** Asks for a job, not before `after`. */
	send(job: Job, after?: Date): Promise<void>;
};
