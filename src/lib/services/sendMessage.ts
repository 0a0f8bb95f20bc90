import { messageChannels } from '#lib/domain/message.ts';
import type { MessageChannel } from '#lib/domain/message.ts';
import { messageOrder, minutesBefore, nextChannel } from '#lib/domain/messageRoute.ts';
import { ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Delivery } from './ports/channels.ts';
import type { Deps } from './ports.ts';
import { settleMessage } from './settleMessage.ts';
import { takeMessage } from './takeMessage.ts';
import type { MessageTaken, NotTaken } from './takeMessage.ts';

/** What came of a try: it was sent, another try follows, or every channel failed. */
export type MessageSent = { outcome: 'sent' | 'again' | 'undelivered'; channel: string };

/**
 * Sends one message by the next channel of its person. It is taken in one transaction, handed over outside of any, and
 * its outcome kept in another: whoever is killed in between leaves a try without result, and it is sent once more under
 * the same id. What failed is tried again later, then by the next channel; what failed everywhere becomes a task. One
 * that is to go by a channel that is not among `by` is handed to that channel's own queue.
 */
export const sendMessage = async (
	deps: Deps,
	_actor: Actor,
	{ message, by = messageChannels }: { message: string; by?: readonly MessageChannel[] },
): Promise<Result<MessageSent, NotTaken>> => {
	const taken = await takeMessage(deps, { message, by });
	if (!taken.ok) return taken;
	const { to, notice } = taken.value;
	return ok(await keepOutcome(deps, taken.value, await deps.channels.deliver(to, notice)));
};

const keepOutcome = (
	{ store, now, channels }: Deps,
	{ message: id, to: { channel }, attempt }: MessageTaken,
	{ outcome, reason = outcome, gone = [] }: Delivery,
): Promise<MessageSent> =>
	store.transact(async (tx) => {
		const at = now();
		const message = await tx.messages.lock(id);
		await tx.messages.endTry(attempt, outcome === 'later' ? reason : outcome);
		await tx.messages.removeBrowsers(gone);
		// Somebody else sent it meanwhile, because this try took longer than a message may be held.
		if (!message || message.state !== 'waiting') return { outcome: 'sent', channel };
		if (outcome === 'accepted') {
			await settleMessage(tx, message, { state: 'sent', channel }, at);
			return { outcome: 'sent', channel };
		}
		const preference = await tx.messages.preferenceOf(message.dossier);
		const order = messageOrder(preference?.channels ?? null, channels.ready, message.kind);
		const tries = await tx.messages.triesOf(id);
		const next = nextChannel(order.channels, tries);
		if (!next) {
			await settleMessage(tx, message, { state: 'undelivered', reason: 'all_failed' }, at);
			return { outcome: 'undelivered', channel };
		}
		const dueAt = new Date(at.getTime() + minutesBefore(next, tries) * 60_000);
		await tx.messages.change(id, { dueAt, claimedUntil: null });
		await tx.jobs.send({ name: `send-${next}`, data: { message: id } }, dueAt);
		return { outcome: 'again', channel };
	});
