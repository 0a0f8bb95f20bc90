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
	atOnce: number;
	/** Called again until it goes well; what it returns goes to the log, so no person is in it. */
	run(deps: Deps, data: Extract<Job, { name: Name }>['data']): Promise<unknown>;
	/** All tries were in vain: what becomes of it. Without this, the job as a whole becomes a task. */
	giveUp?(deps: Deps, data: Extract<Job, { name: Name }>['data']): Promise<void>;
};

const sending: Work<'send-message'> = {
	name: 'send-message',
	// A slow gateway holds up four messages and not all.
	atOnce: 4,
	run: async (deps, data) => {
		const sent = await sendMessage(deps, system, data);
		return { message: data.message, ...(sent.ok ? sent.value : { outcome: sent.reason }) };
	},
	giveUp: (deps, { message }) => giveUpMessage(deps, message),
};

const promoting: Work<'promote'> = {
	name: 'promote',
	atOnce: 2,
	run: async (deps, data) => (await promote(deps, system, data)).value,
};

const freeing: Work<'free-seats'> = {
	name: 'free-seats',
	atOnce: 1,
	run: async (deps, data) => (await freeSeats(deps, system, data)).value,
};

/** Every kind of work of Halte. Each can be done twice without harm. */
export const works: Work[] = [sending as Work, promoting as Work, freeing as Work];
