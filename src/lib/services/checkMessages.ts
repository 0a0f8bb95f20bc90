import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';
import { undeliveredTask } from './settleMessage.ts';

/** A message that was due so long ago was lost: looking for lost ones every five minutes found nothing to do. */
const lostAfterMs = 2 * 3_600_000;

/** Returns the messages that wait and that nobody sends, and those that reached nobody and are nobody's task. */
export const checkMessages = ({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<Fault[]> =>
	store.transact(async (tx) => {
		const lost = await tx.messages.overdue(new Date(now().getTime() - lostAfterMs));
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
