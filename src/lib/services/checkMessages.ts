import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';
import { undeliveredTask } from './settleMessage.ts';

/** Lost ones are looked for every few minutes: one that was due so long ago was overlooked. */
const lostAfterMs = 2 * 3_600_000;

/** Returns the messages that wait and that no job will send, and those that reached nobody and are nobody's task. */
export const checkMessages = ({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<Fault[]> =>
	store.transact(async (tx) => {
		const lost = await tx.messages.withoutJob(new Date(now().getTime() - lostAfterMs));
		const tasks = new Set((await tx.tasks.openOf(undeliveredTask)).map(({ codes }) => codes[0]));
		const untold = (await tx.messages.undelivered()).filter(
			({ id, kind }) => kind !== 'test' && !tasks.has(id),
		);
		return [
			...lost.map((message) => fault('message_not_sent', { message })),
			...untold.map(({ id, dossier }) => fault('undelivered_without_task', { message: id, dossier })),
		];
	});

const fault = (code: string, details: Fault['details']): Fault => ({ check: 'messages', code, details });
