import type { CallbackLanguage, CallbackTopic, CallbackWay, PickUp } from '#lib/domain/callback.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { newFollowCode } from '#lib/domain/followCode.ts';
import { hexOf } from '#lib/domain/hex.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { personHashOf, sealContact, sealName } from './callbackContact.ts';
import type { Contact } from './callbackContact.ts';
import { pickWindow, setNextTry, windowsOfOffice } from './callbackQueue.ts';
import type { WindowReason, WindowRefusal } from './callbackQueue.ts';
import type { Deps, Tx } from './ports.ts';
import type { Callback, CallbackAsk } from './ports/callbacks.ts';

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

/** The code to follow the request with; `joined` only where this person or browser already held that code. */
export type CallbackAsked = { code: string; joined: boolean };

/**
 * Takes a wish to be called and gives it a place in the queue and a code. One person has one open request about a topic:
 * asking again joins it. Refuses a window with a reason and the windows to pick from, and `unknown_office`.
 *
 * Anybody can type anybody's number, so a number proves nothing: whoever asks again gets a code of their own that shows
 * their own time of asking and what came after it, exactly as if there had been no request before. Only who is signed
 * in, or asks from the browser that holds the first code, is led back to it. A number typed again can make us more
 * careful (who may pick up, whether we say who we are), never less.
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
		const before = await tx.callbacks.askByKey(keyHash);
		if (before) return ok({ code: before.code, joined: false });
		const suits = await windowsOfOffice(tx, rules, wish.office, at);
		if (suits === 'unknown_office') return refuse(suits, { windows: [] });

		const code = newFollowCode(deps.random);
		const dossier = actor.kind === 'newcomer' ? actor.id : null;
		const personHash = personHashOf(deps.vault, { dossier, contact: wish.contact, code });
		await tx.callbacks.lock('person', `${hexOf(personHash)}:${wish.topic}`);
		const open = await tx.callbacks.lockOpen(personHash, wish.topic);
		const held = open && (await askHeld(tx, open, actor));
		// Whoever proved who they are may also change how they are reached; a browser alone may not.
		const changes = dossier !== null;
		const stays = held && (!changes || suits(held.window));
		if (open && held && stays) {
			if (changes) await tx.callbacks.change(open.id, wishAsFacts(deps, wish));
			return ok({ code: held.code, joined: true });
		}

		const picked = await pickWindow(tx, rules, wish.windowStart, suits, at);
		if (!picked.ok) return picked;
		const window = picked.value;
		if (open && held) {
			// The counter they want to come to now is closed at the time promised before: the one just picked takes its place.
			await tx.callbacks.changeAsk(held.code, { window });
			await tx.callbacks.change(open.id, wishAsFacts(deps, wish));
			await setNextTry(tx, rules, open, at);
			return ok({ code: held.code, joined: true });
		}
		const ask = { code, keyHash, device: actor.device, window, askedAt: at, withdrawnAt: null };
		if (open) await join(tx, rules, open, { ...ask, callback: open.id }, wish);
		else {
			const id = uuidOf(at, deps.random(10));
			const state = { roundFrom: at, handedOnAt: null, claimedBy: null, claimedUntil: null };
			await tx.callbacks.add({
				id,
				code,
				dossier,
				personHash,
				topic: wish.topic,
				...wishAsFacts(deps, wish),
				window,
				channel: actor.channel,
				openedAt: at,
				...state,
				closedAt: null,
				outcome: null,
			});
			await tx.callbacks.addAsk({ ...ask, callback: id });
		}
		const codes = { request: open?.code ?? code, topic: wish.topic, way: wish.way };
		await tx.journal.write([{ actor, action: 'callback_asked', dossier, codes }], at);
		return ok({ code, joined: false });
	});

/** The time of asking that this person may be shown: of their own dossier, or made in this very browser. */
async function askHeld(tx: Tx, open: Callback, actor: Actor): Promise<CallbackAsk | undefined> {
	const asks = await tx.callbacks.asks(open.id);
	if (open.dossier && open.dossier === actor.id) return asks[0];
	// A kiosk is many people's browser.
	if (!actor.device || actor.channel === 'kiosk') return undefined;
	const device = hexOf(actor.device);
	return asks.find((ask) => ask.device !== null && hexOf(ask.device) === device);
}

const wishAsFacts = (
	{ vault }: Deps,
	wish: CallbackWish,
): Pick<Callback, 'language' | 'way' | 'contact' | 'office' | 'pickUp' | 'otherPerson' | 'maySayWho'> => ({
	language: wish.language,
	way: wish.way,
	contact: wish.contact && sealContact(vault, wish.contact),
	office: wish.office,
	pickUp: wish.pickUp,
	otherPerson: wish.otherPerson ? sealName(vault, wish.otherPerson) : null,
	maySayWho: wish.maySayWho,
});

async function join(
	tx: Tx,
	rules: CallbackRules,
	open: Callback,
	ask: CallbackAsk,
	wish: CallbackWish,
): Promise<void> {
	await tx.callbacks.addAsk(ask);
	const careful = {
		pickUp: wish.pickUp === 'only_me' ? wish.pickUp : open.pickUp,
		maySayWho: wish.maySayWho && open.maySayWho,
	};
	await tx.callbacks.change(open.id, careful);
	await setNextTry(tx, rules, open, ask.askedAt);
}
