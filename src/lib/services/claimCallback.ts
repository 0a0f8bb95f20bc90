import type { Attempt } from '#lib/domain/callback.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import type { Actor } from './actor.ts';
import { openContact, openName } from './callbackContact.ts';
import type { Contact } from './callbackContact.ts';
import type { Deps } from './ports.ts';
import type { Callback } from './ports/callbacks.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';

/** A request in an agent's hand: the only place where the number is read. */
export type CallbackClaimed = Pick<
	Callback,
	| 'code'
	| 'dossier'
	| 'topic'
	| 'language'
	| 'way'
	| 'office'
	| 'pickUp'
	| 'maySayWho'
	| 'window'
	| 'openedAt'
> & {
	/** The codes of all times of asking: the person holds one of them, and waits to hear it. */
	codes: string[];
	contact: Contact | null;
	otherPerson: string | null;
	attempts: Attempt[];
	claimedUntil: Date;
};

/**
 * Takes the name of an agent and gives them the first request of the queue that nobody holds and whose window has begun,
 * for half an hour; after that it is back in the queue by itself. Two who claim at once get different requests. Refuses
 * `no_window_yet` with the next beginning while all windows are still to come: people are called when they said.
 */
export const claimCallback = (
	deps: Deps,
	actor: Actor,
	{ by }: { by: string },
	rules: CallbackRules = callbackRules,
): Promise<Ok<CallbackClaimed> | Refused<'queue_empty'> | Refused<'no_window_yet', { begins: Date }>> =>
	deps.store.transact(async (tx) => {
		const now = deps.now();
		const claimedUntil = new Date(now.getTime() + rules.leaseMinutes * 60_000);
		const claimed = await tx.callbacks.claim(by, claimedUntil, now);
		if (!claimed) {
			const begins = await tx.callbacks.nextWindow(now);
			return begins ? refuse('no_window_yet', { begins }) : refuse('queue_empty');
		}
		const { code, dossier, topic, language, way, office, pickUp, maySayWho, window, openedAt } = claimed;
		const codes = { request: code };
		await tx.journal.write([{ actor, action: 'callback_claimed', dossier, codes }], now);
		return ok({
			...{ code, dossier, topic, language, way, office, pickUp, maySayWho, window, openedAt, claimedUntil },
			contact: claimed.contact && openContact(deps.vault, claimed.contact),
			otherPerson: claimed.otherPerson && openName(deps.vault, claimed.otherPerson),
			codes: (await tx.callbacks.asks(claimed.id)).map((ask) => ask.code),
			attempts: await tx.callbacks.attempts(claimed.id),
		});
	});
