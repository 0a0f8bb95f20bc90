import { hexOf } from '#lib/domain/hex.ts';
import type { Actor } from './actor.ts';
import type { CallbackWish } from './askCallback.ts';
import { sealContact, sealName } from './callbackContact.ts';
import type { Vault } from './ports.ts';
import type { Callback, CallbackAsk } from './ports/callbacks.ts';

type Facts = Pick<
	Callback,
	'language' | 'way' | 'contact' | 'office' | 'pickUp' | 'otherPerson' | 'maySayWho'
>;

/** Whether a time of asking was made in this very browser; a kiosk is many people's. */
export const isAskOf = ({ device, channel }: Actor, ask: CallbackAsk): boolean =>
	device !== null && channel !== 'kiosk' && ask.device !== null && hexOf(ask.device) === hexOf(device);

/** Takes a wish and returns what a request holds of it: all that was asked counts. */
export const changedBy = (vault: Vault, wish: CallbackWish): Facts => ({
	language: wish.language,
	way: wish.way,
	contact: wish.contact && sealContact(vault, wish.contact),
	office: wish.office,
	pickUp: wish.pickUp,
	otherPerson: wish.otherPerson ? sealName(vault, wish.otherPerson) : null,
	maySayWho: wish.maySayWho,
});

/** Takes a wish of somebody who proved nothing and returns what it changes of a request: only what makes us more careful. */
export const moreCareful = (open: Callback, wish: CallbackWish): Pick<Callback, 'pickUp' | 'maySayWho'> => ({
	pickUp: wish.pickUp === 'only_me' ? wish.pickUp : open.pickUp,
	maySayWho: wish.maySayWho && open.maySayWho,
});
