import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Result } from '#lib/domain/result.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Message } from './ports/messages.ts';
import type { Deps } from './ports.ts';
import { settleMessage, undeliveredTask } from './settleMessage.ts';

/** A message that reached nobody, with the channels that were tried. */
export type Undelivered = Message & { tried: string[] };

/** Lists the messages that reached nobody, the oldest first: somebody rings, writes or says it at the counter. */
export const listUndelivered = ({ store }: Pick<Deps, 'store'>, _actor: Actor): Promise<Ok<Undelivered[]>> =>
	store.transact(async (tx) => {
		const found: Undelivered[] = [];
		for (const message of await tx.messages.undelivered()) {
			const tries = await tx.messages.triesOf(message.id);
			found.push({ ...message, tried: [...new Set(tries.map(({ channel }) => channel))] });
		}
		return ok(found);
	});

/** Notes that a person was told what a message says; its task is settled. Refuses a message that needs no telling. */
export const tellMessage = (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ message: id }: { message: string },
): Promise<Result<undefined, 'unknown_message'>> =>
	store.transact(async (tx) => {
		const message = isUuid(id) ? await tx.messages.lock(id) : null;
		if (message?.state !== 'undelivered') return refuse('unknown_message');
		const at = now();
		const { dossier, kind } = message;
		await settleMessage(tx, message, { state: 'told' }, at);
		await tx.tasks.settle(undeliveredTask, [id, kind], at);
		await tx.journal.write([{ actor, action: 'message_told', dossier, codes: { message: id, kind } }], at);
		return ok();
	});
