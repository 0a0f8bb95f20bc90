import type { Channels } from '#lib/services/ports/channels.ts';

/** For whoever sends nothing, as commands do: messages wait for the running Halte. */
export const noChannels: Channels = {
	ready: [],
	deliver: () => Promise.resolve({ outcome: 'later', reason: 'channel_off' }),
};
