import type { MessageChannel, MessageKind } from './message.ts';

/** One try to send a message. `result` is null where it is not known: its process was killed meanwhile. */
export type MessageTry = { channel: MessageChannel; result: string | null };

/** How long to wait before each further try by the same channel, in minutes; after the last comes the next channel. */
export const waitsInMinutes = [1, 5, 30] as const;

/** The results after which a channel is not tried again for this message: trying again would not help. */
export const finalResults = ['refused', 'no_address', 'channel_off', 'too_late'] as const;

/** News that cannot wait until somebody looks: without any choice of theirs, they come by letter. */
const urgent: ReadonlySet<MessageKind> = new Set([
	...(['seat_offered', 'session_called_off', 'session_changed', 'needs_unsure'] as const),
	...(['attestation_revoked'] as const),
]);

/** By which channels a message goes to somebody, in order; with none it is only shown in Halte, for that reason. */
export type MessageOrder = {
	channels: MessageChannel[];
	reason: 'looks_themselves' | 'nothing_chosen' | null;
};

/**
 * Takes what a person chose (null: they never said), the channels that work here, and the kind of message, and returns
 * its channels. Who chose channels none of which works here is treated as one who never said. A test goes nowhere else.
 */
export function messageOrder(
	chosen: readonly MessageChannel[] | null,
	ready: readonly MessageChannel[],
	kind: MessageKind,
): MessageOrder {
	if (chosen?.length === 0) return { channels: [], reason: 'looks_themselves' };
	const working = chosen?.filter((channel) => ready.includes(channel)) ?? [];
	if (working.length > 0) return { channels: working, reason: null };
	const byLetter = urgent.has(kind) && ready.includes('letter');
	return byLetter ? { channels: ['letter'], reason: null } : { channels: [], reason: 'nothing_chosen' };
}

/** Takes the order of channels and the tries so far and returns the channel to try now; null: all failed. */
export function nextChannel(
	order: readonly MessageChannel[],
	tries: readonly MessageTry[],
): MessageChannel | null {
	const isOpen = (channel: MessageChannel): boolean => {
		const own = tries.filter((each) => each.channel === channel);
		const isOver = own.some(({ result }) => (finalResults as readonly (string | null)[]).includes(result));
		return !isOver && own.length <= waitsInMinutes.length;
	};
	return order.find(isOpen) ?? null;
}

/** Takes the channel to try next and the tries so far and returns how many minutes to wait: none before a new channel. */
export function minutesBefore(channel: MessageChannel, tries: readonly MessageTry[]): number {
	const own = tries.filter((each) => each.channel === channel).length;
	return own === 0 ? 0 : (waitsInMinutes[own - 1] ?? 0);
}
