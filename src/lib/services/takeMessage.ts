import type { MessageChannel } from '#lib/domain/message.ts';
import { arrivesInTime, neededBy } from '#lib/domain/letterArrival.ts';
import { messageOrder, nextChannel } from '#lib/domain/messageRoute.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { destinationOf } from './messageContact.ts';
import { sealMessageFacts } from './messageFacts.ts';
import { noticeOf } from './messageNotice.ts';
import type { MessageSaid } from './messageNotice.ts';
import { staleReason } from './messageNow.ts';
import { openPerson } from './openPerson.ts';
import type { Destination, Notice } from './ports/channels.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Message } from './ports/messages.ts';
import { settleMessage } from './settleMessage.ts';
import type { Deps, Tx } from './ports.ts';

/** A message in hand: where it goes, what it says, and the number of the try that began. */
export type MessageTaken = { message: string; to: Destination; notice: Notice; attempt: number };

/** Why there is nothing to send now. */
export type NotTaken = 'unknown_message' | 'settled' | 'under_way' | 'handed_on';

/** While a message is being sent nobody else takes it; whoever was killed meanwhile loses it after that. */
const claimSeconds = 45;

/**
 * Takes a message to send it now, or settles it where nothing is to be sent: it is not true any more, it is only shown,
 * or every channel failed. One whose channel is not among `by` goes on to that channel's queue, as it is. Refuses with why.
 */
export const takeMessage = async (
	deps: Deps,
	{ message: id, by }: { message: string; by: readonly MessageChannel[] },
): Promise<Result<MessageTaken, NotTaken>> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const message = await tx.messages.lock(id);
		if (!message) return refuse('unknown_message');
		if (message.state !== 'waiting') return refuse('settled');
		if (message.claimedUntil && message.claimedUntil > at) return refuse('under_way');
		const dossier = await tx.dossiers.find(message.dossier);
		if (!dossier) return refuse('unknown_message');
		const said = await noticeOf(tx, deps, message, dossier, at);
		const { notice } = said;
		const stale = await staleReason(tx, deps, message, said, dossier, at);
		if (stale) {
			await keepFacts(tx, deps, message, said, dossier);
			await settleMessage(tx, message, { state: 'dropped', reason: stale }, at);
			return refuse('settled');
		}
		const way = await findWay(tx, deps, message, dossier, neededOf(message, notice, at), at);
		if (way && !by.includes(way.channel)) {
			await tx.jobs.send({ name: `send-${way.channel}`, data: { message: id } });
			return refuse('handed_on');
		}
		await keepFacts(tx, deps, message, said, dossier);
		if (!way) return refuse('settled');
		const attempt = await tx.messages.beginTry(id, way.channel, at);
		const claimedUntil = new Date(at.getTime() + claimSeconds * 1_000);
		await tx.messages.change(id, { claimedUntil });
		return ok({ message: id, to: way, notice, attempt });
	});

/** Keeps what the words of a message are made of at this moment; of somebody who was erased there is nothing to keep. */
async function keepFacts(
	tx: Tx,
	{ vault }: Pick<Deps, 'vault'>,
	{ id }: Message,
	{ notice, lost }: MessageSaid,
	{ personKey }: Dossier,
): Promise<void> {
	if (!personKey) return;
	const { course, session, codes } = notice;
	const facts = { course, session, codes, ...(lost ? { lost } : {}) };
	await tx.messages.change(id, { facts: sealMessageFacts(vault, personKey, facts) });
}

/** By when the person must have read it: the post is no way for what it would bring too late. */
const neededOf = ({ offer, kind, aboutOn }: Message, { session, codes }: Notice, at: Date): Date | null => {
	const offerUntil =
		offer !== null && kind === 'seat_offered' && codes['until'] ? new Date(codes['until']) : null;
	return neededBy({ kind, aboutOn, session, offerUntil }, at);
};

/** The next destination; null when there is none, and then the message is settled. */
async function findWay(
	tx: Tx,
	{ vault, channels }: Deps,
	message: Message,
	dossier: Dossier,
	needed: Date | null,
	at: Date,
): Promise<Destination | null> {
	const { personKey } = dossier;
	const person = openPerson(vault, dossier);
	if (!personKey || !person) return null;
	const preference = await tx.messages.preferenceOf(dossier.id);
	const browsers = await tx.messages.browsersOf(dossier.id);
	const order = messageOrder(preference?.channels ?? null, channels.ready, message.kind);
	if (order.channels.length === 0) {
		await settleMessage(tx, message, { state: 'shown', reason: order.reason }, at);
		return null;
	}
	const tries = await tx.messages.triesOf(message.id);
	for (;;) {
		const channel = nextChannel(order.channels, tries);
		if (!channel) break;
		const to = destinationOf(vault, channel, {
			dossier: { id: dossier.id, commune: dossier.commune, personKey },
			...{ person, preference, browsers },
		});
		const isLate = channel === 'letter' && !arrivesInTime(needed, at);
		if (to && !isLate) return to;
		const result = to ? 'too_late' : 'no_address';
		await tx.messages.endTry(await tx.messages.beginTry(message.id, channel, at), result);
		tries.push({ channel, result });
	}
	// Nobody chose the letter that a missing address keeps from them: such news is shown, as all other is.
	if (preference === null && tries.every(({ result }) => result === 'no_address'))
		await settleMessage(tx, message, { state: 'shown', reason: 'nothing_chosen' }, at);
	else await settleMessage(tx, message, { state: 'undelivered', reason: 'all_failed' }, at);
	return null;
}
