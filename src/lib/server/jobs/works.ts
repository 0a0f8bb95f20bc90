import type { MessageChannel } from '#lib/domain/message.ts';
import { system } from '#lib/services/actor.ts';
import { freeSeats } from '#lib/services/freeSeats.ts';
import { giveUpMessage } from '#lib/services/giveUpMessage.ts';
import type { Job } from '#lib/services/ports/jobs.ts';
import type { Deps } from '#lib/services/ports.ts';
import { promote } from '#lib/services/promote.ts';
import { sendMessage } from '#lib/services/sendMessage.ts';

/** What is done when a service asked for it: the name of the job, what to do with it, and how many at once on one node. */
export type Work<Name extends Job['name'] = Job['name']> = {
	name: Name;
	/** So many take jobs, each so many at a time, and those side by side. */
	atOnce: { workers: number; jobs: number };
	/** Called again until it goes well; what it returns goes to the log, so no person is in it. */
	run(deps: Deps, data: Extract<Job, { name: Name }>['data']): Promise<unknown>;
	/** All tries were in vain: what becomes of it. Without this, the job as a whole becomes a task. */
	giveUp?(deps: Deps, data: Extract<Job, { name: Name }>['data']): Promise<void>;
};

/**
 * Sends by these channels only: a message that is to go by another is handed to that one's own queue. So whoever waits
 * for a slow gateway waits alone. By no channel: all are handed on, which takes a moment each.
 */
const sending = (
	name: 'send-message' | `send-${MessageChannel}`,
	by: readonly MessageChannel[],
	atOnce: Work['atOnce'],
): Work<'send-message'> => ({
	name: name as 'send-message',
	atOnce,
	run: async (deps, { message }) => {
		const sent = await sendMessage(deps, system, { message, by });
		return { message, ...(sent.ok ? sent.value : { outcome: sent.reason }) };
	},
	giveUp: (deps, { message }) => giveUpMessage(deps, message),
});

const promoting: Work<'promote'> = {
	name: 'promote',
	atOnce: { workers: 2, jobs: 1 },
	run: async (deps, data) => (await promote(deps, system, data)).value,
};

const freeing: Work<'free-seats'> = {
	name: 'free-seats',
	atOnce: { workers: 1, jobs: 1 },
	run: async (deps, data) => (await freeSeats(deps, system, data)).value,
};

/** Every kind of work of Halte. Each can be done twice without harm. */
export const works: Work[] = [
	sending('send-message', [], { workers: 1, jobs: 4 }),
	sending('send-sms', ['sms'], { workers: 2, jobs: 4 }),
	sending('send-email', ['email'], { workers: 2, jobs: 2 }),
	sending('send-push', ['push'], { workers: 2, jobs: 4 }),
	sending('send-letter', ['letter'], { workers: 1, jobs: 2 }),
	promoting,
	freeing,
] as Work[];
