import type { Deps } from './ports.ts';
import { settleMessage } from './settleMessage.ts';

/** A message whose job failed to the end, whatever the cause: somebody has to tell the person. */
export const giveUpMessage = ({ store, now }: Pick<Deps, 'store' | 'now'>, id: string): Promise<void> =>
	store.transact(async (tx) => {
		const message = await tx.messages.lock(id);
		if (message?.state !== 'waiting') return;
		await settleMessage(tx, message, { state: 'undelivered', reason: 'job_failed' }, now());
	});
