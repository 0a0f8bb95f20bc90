import { offeredWindows } from '#lib/domain/callbackWindows.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { Actor } from '#lib/services/actor.ts';
import type { Deps } from '#lib/services/ports.ts';
import type { CallbackWish } from '#lib/services/askCallback.ts';

/** Somebody unknown, on a browser that can be told from others by one byte. */
export const somebody = (device = 1): Actor => ({
	kind: 'anonymous',
	id: null,
	channel: 'web',
	device: new Uint8Array(32).fill(device),
});

/** The windows on offer at an instant, when nobody asked yet. */
export const windowsAt = (now: Date) => offeredWindows(callbackRules, now, new Map());

let count = 0;

/** A wish to be called, with a form key and an invented number of its own. */
export const wish = (now: Date, facts: Partial<CallbackWish> = {}): CallbackWish => {
	count += 1;
	const [first] = windowsAt(now);
	return {
		key: `key-${count}`,
		topic: 'letter',
		language: 'fr',
		way: 'phone',
		contact: { kind: 'phone', value: `+3247000${String(count).padStart(4, '0')}` },
		office: null,
		pickUp: 'only_me',
		otherPerson: null,
		maySayWho: false,
		windowStart: first?.start ?? now,
		...facts,
	};
};

/** Puts a request into an agent's hand, whichever is first in the queue. */
export const inHandOf = ({ store, now }: Deps, code: string, by: string): Promise<void> =>
	store.transact(async (tx) => {
		const found = await tx.callbacks.lockByCode(code);
		if (!found) throw new Error(`no request has the code ${code}`);
		const claimedUntil = new Date(+now() + callbackRules.leaseMinutes * 60_000);
		await tx.callbacks.change(found.callback.id, { claimedBy: by, claimedUntil });
	});
