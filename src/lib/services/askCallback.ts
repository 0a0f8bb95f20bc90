import type { CallbackLanguage, CallbackTopic, CallbackWay, PickUp } from '#lib/domain/callback.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { newFollowCode } from '#lib/domain/followCode.ts';
import { hexOf } from '#lib/domain/hex.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { changedBy, isAskOf, moreCareful } from './askAgain.ts';
import { personHashOf } from './callbackContact.ts';
import type { Contact } from './callbackContact.ts';
import { pickAgain, setNextTry, windowsOfOffice } from './callbackQueue.ts';
import type { WindowReason, WindowRefusal } from './callbackQueue.ts';
import { moveAsk } from './moveCallback.ts';
import type { Deps } from './ports.ts';
import { takeBack } from './withdrawCallback.ts';

/** What a person asks when they ask to be called: no facts of their case, nothing in their own words. */
export type CallbackWish = {
	/** The form's own random key: sent again, it is the same time of asking. */
	key: string;
	topic: CallbackTopic;
	language: CallbackLanguage;
	way: CallbackWay;
	/** null only for a visit to a counter. */
	contact: Contact | null;
	office: string | null;
	pickUp: PickUp;
	otherPerson: string | null;
	maySayWho: boolean;
	/** The beginning of the window picked. */
	windowStart: Date;
};

/**
 * The code to follow the request with; `joined` where this person or browser held it before this form was sent, `not_free`
 * where it keeps the window it had, because the one chosen now could not be had.
 */
export type CallbackAsked = { code: string; as: 'new' | 'joined' | 'not_free' };

/**
 * Takes a wish to be called and gives it a place in the queue and a code. One person has one open request about a topic:
 * asking again joins it. Refuses a window with a reason and the windows to pick from, and `unknown_office`.
 *
 * Anybody can type anybody's number, so a number proves nothing: whoever asks again gets a code of their own that shows
 * their own time of asking and what came after it, exactly as if there had been no request before. Only who is signed
 * in, or asks from the browser that holds the first code, is led back to it, at the window chosen now, or at the one they
 * had where that is not free. A number typed again can make us more careful (who may pick up, whether we say who we are),
 * never less.
 *
 * A form sent twice is one time of asking, with what was sent last: a number put right replaces the wrong one.
 */
export const askCallback = (
	deps: Deps,
	actor: Actor,
	wish: CallbackWish,
	rules: CallbackRules = callbackRules,
): Promise<Result<CallbackAsked, WindowReason | 'unknown_office', WindowRefusal>> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const keyHash = deps.vault.hash('callback-form', wish.key);
		await tx.callbacks.lock('key', wish.key);
		const sent = await tx.callbacks.askByKey(keyHash);
		const suits = await windowsOfOffice(tx, rules, wish.office, at);
		if (suits === 'unknown_office') return refuse(suits, { windows: [] });

		const code = newFollowCode(deps.random);
		const dossier = actor.kind === 'newcomer' ? actor.id : null;
		const { contact, topic } = wish;
		const hashWith = (own: string) => personHashOf(deps.vault, { dossier, contact, code: own });
		const personHash = hashWith(sent?.code ?? code);
		await tx.callbacks.lock('person', `${hexOf(personHash)}:${topic}`);
		const open = await tx.callbacks.lockOpen(personHash, topic);
		// Sent by this form before: about something else, or with a number that was wrong.
		const wrong = sent && sent.callback !== open?.id ? await tx.callbacks.lockByCode(sent.code) : null;
		if (sent && (sent.withdrawnAt || wrong?.callback.closedAt)) return ok({ code: sent.code, as: 'new' });

		const asks = open ? await tx.callbacks.asks(open.id) : [];
		const own = asks.filter((ask) => ask.code === sent?.code || isAskOf(actor, ask));
		const held = open?.dossier && open.dossier === dossier ? asks[0] : own[0];
		const isSent = held !== undefined && held.code === sent?.code;
		const promise = held && { window: held.window, isSent, isHandedOn: open?.handedOnAt != null };
		const picked = await pickAgain(tx, rules, wish.windowStart, promise, suits, at);
		if (!picked.ok) return picked;
		const { window, how } = picked.value;
		if (wrong) {
			await tx.callbacks.changeAsk(wrong.ask.code, { keyHash: deps.random(32) });
			await takeBack(tx, rules, actor, wrong, at);
		}
		if (open && held) {
			const changes = dossier !== null || own.length === asks.length;
			await tx.callbacks.change(open.id, changes ? changedBy(deps.vault, wish) : moreCareful(open, wish));
			if (how === 'chosen') await moveAsk(tx, rules, actor, { callback: open, ask: held }, window, at);
			return ok({ code: held.code, as: how === 'not_free' ? how : isSent ? 'new' : 'joined' });
		}

		const ask = { code, keyHash, device: actor.device, window, askedAt: at, withdrawnAt: null };
		if (open) {
			await tx.callbacks.addAsk({ ...ask, callback: open.id });
			await tx.callbacks.change(open.id, moreCareful(open, wish));
			await setNextTry(tx, rules, open, at);
		} else {
			const id = uuidOf(at, deps.random(10));
			await tx.callbacks.add({
				...{ id, code, dossier, topic, window, personHash: hashWith(code) },
				...changedBy(deps.vault, wish),
				...{ channel: actor.channel, openedAt: at, roundFrom: at, handedOnAt: null },
				...{ claimedBy: null, claimedUntil: null, closedAt: null, outcome: null },
			});
			await tx.callbacks.addAsk({ ...ask, callback: id });
		}
		const codes = { request: open?.code ?? code, topic, way: wish.way };
		await tx.journal.write([{ actor, action: 'callback_asked', dossier, codes }], at);
		return ok({ code, as: 'new' });
	});
