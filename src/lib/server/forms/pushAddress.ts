import * as v from 'valibot';
import type { PushAddress } from '#lib/services/ports/channels.ts';
import { isPushService } from '../channels/push.ts';

const bytes = (count: number) =>
	v.pipe(
		v.string(),
		v.regex(/^[\w-]+=*$/),
		v.check((value) => Buffer.from(value, 'base64url').length === count),
	);

// PushSubscription.toJSON (Push API, W3C): the browser's public key (P-256) and its secret (RFC 8291).
const subscription = v.object({
	endpoint: v.pipe(v.string(), v.url()),
	keys: v.object({ p256dh: bytes(65), auth: bytes(16) }),
});

/** Takes what a browser sent and returns where to write to it; null where it is none, or names no push service. */
export const readPushAddress = (sent: unknown, services: readonly string[]): PushAddress | null => {
	const read = v.safeParse(subscription, sent);
	if (!read.success || !isPushService(read.output.endpoint, services)) return null;
	const { endpoint, keys } = read.output;
	return { endpoint, ...keys };
};
