/** Something that happens later, or at once beside the request that causes it. */
export type Job =
	| { name: 'send-message'; data: { message: string } }
	| { name: 'promote'; data: { session: string } }
	| { name: 'free-seats'; data: { dossier: string } };

/** The queue of jobs, inside one transaction: what is asked for happens if, and only if, the transaction is kept. */
export type Jobs = {
	/** Asks for a job, not before `after`. */
	send(job: Job, after?: Date): Promise<void>;
};
