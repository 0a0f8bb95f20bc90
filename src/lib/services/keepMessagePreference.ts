import type { EmailReason } from '#lib/domain/emailAddress.ts';
import type { MessageChannel } from '#lib/domain/message.ts';
import type { PhoneNumber, PhoneNumberReason } from '#lib/domain/phoneNumber.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { openMessageContact, sealMessageContact } from './messageContact.ts';
import type { MessageContact } from './messageContact.ts';
import type { PushAddress } from './ports/channels.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Deps, Tx } from './ports.ts';

/** How somebody wants to be written to. A number or address that is null stays as it was. */
export type MessageWish = {
	/** In their order; none: they look themselves. */
	channels: MessageChannel[];
	phone: PhoneNumber | null;
	email: string | null;
};

export type PreferenceRefusal =
	| 'no_dossier'
	| 'channel_off'
	| 'push_missing'
	| 'address_missing'
	| Extract<PhoneNumberReason, 'number_missing'>
	| Extract<EmailReason, 'email_missing'>;

/** The actor's own dossier, locked; null when they have none or were erased. */
const lockOwn = async (tx: Tx, actor: Actor): Promise<(Dossier & { personKey: Uint8Array }) | null> => {
	const dossier = actor.kind === 'newcomer' ? await tx.dossiers.lock(actor.id ?? '') : null;
	return dossier?.personKey ? { ...dossier, personKey: dossier.personKey } : null;
};

/**
 * Keeps by which channels, in which order, the actor wants messages, and their number and e-mail address, sealed with
 * their key. Refuses a channel that is off here, and one whose number, address or browser is missing.
 */
export const keepMessagePreference = (
	{ store, vault, now, channels: { ready } }: Pick<Deps, 'store' | 'vault' | 'now' | 'channels'>,
	actor: Actor,
	wish: MessageWish,
): Promise<Result<undefined, PreferenceRefusal>> =>
	store.transact(async (tx) => {
		const dossier = await lockOwn(tx, actor);
		if (!dossier) return refuse('no_dossier');
		const channels = [...new Set(wish.channels)];
		if (channels.some((channel) => !ready.includes(channel))) return refuse('channel_off');
		const before = await tx.messages.preferenceOf(dossier.id);
		const known = openMessageContact(vault, dossier.personKey, before?.contact ?? null);
		const contact = { phone: wish.phone ?? known.phone, email: wish.email ?? known.email };
		if (channels.includes('sms') && contact.phone === null) return refuse('number_missing');
		if (channels.includes('email') && contact.email === null) return refuse('email_missing');
		if (channels.includes('push') && (await tx.messages.browsersOf(dossier.id)).length === 0)
			return refuse('push_missing');
		await keep(tx, vault, { actor, dossier, channels, contact }, now());
		return ok();
	});

/**
 * Deletes the actor's number, e-mail address or browsers, in one action, and takes its channel out of their order. Who
 * wanted nothing else is from then on one who never said.
 */
export const dropMessageContact = (
	{ store, vault, now }: Pick<Deps, 'store' | 'vault' | 'now'>,
	actor: Actor,
	{ what }: { what: 'sms' | 'email' | 'push' },
): Promise<Result<undefined, 'no_dossier'>> =>
	store.transact(async (tx) => {
		const dossier = await lockOwn(tx, actor);
		if (!dossier) return refuse('no_dossier');
		if (what === 'push')
			await tx.messages.removeBrowsers((await tx.messages.browsersOf(dossier.id)).map(({ id }) => id));
		const before = await tx.messages.preferenceOf(dossier.id);
		if (!before) return ok();
		const known = openMessageContact(vault, dossier.personKey, before.contact);
		const contact = {
			phone: what === 'sms' ? null : known.phone,
			email: what === 'email' ? null : known.email,
		};
		const left = before.channels?.filter((channel) => channel !== what);
		// To have deleted one's only number is not to say that one looks oneself.
		const channels = before.channels?.includes(what) && left?.length === 0 ? null : (left ?? null);
		await keep(tx, vault, { actor, dossier, channels, contact }, now());
		return ok();
	});

/** Lets the actor's present browser show messages, first of all where they chose no channel yet. */
export const addBrowser = (
	{ store, vault, now, random, channels: { ready } }: Deps,
	actor: Actor,
	browser: PushAddress,
): Promise<Result<undefined, 'no_dossier' | 'channel_off'>> =>
	store.transact(async (tx) => {
		const dossier = await lockOwn(tx, actor);
		if (!dossier) return refuse('no_dossier');
		if (!ready.includes('push')) return refuse('channel_off');
		const at = now();
		await tx.messages.addBrowser(dossier.id, {
			id: uuidOf(at, random(10)),
			endpointHash: vault.hash('push-endpoint', browser.endpoint),
			subscription: vault.sealPerson(dossier.personKey, JSON.stringify(browser)),
			addedAt: at,
		});
		const before = await tx.messages.preferenceOf(dossier.id);
		const contact = openMessageContact(vault, dossier.personKey, before?.contact ?? null);
		const channels = [...new Set<MessageChannel>([...(before?.channels ?? []), 'push'])];
		await keep(tx, vault, { actor, dossier, channels, contact }, at);
		return ok();
	});

type Kept = {
	actor: Actor;
	dossier: { id: string; personKey: Uint8Array };
	channels: MessageChannel[] | null;
	contact: MessageContact;
};

const keep = async (
	tx: Tx,
	vault: Deps['vault'],
	{ actor, dossier: { id, personKey }, channels, contact }: Kept,
	at: Date,
): Promise<void> => {
	const sealed = sealMessageContact(vault, personKey, contact);
	await tx.messages.keepPreference(id, { channels, contact: sealed, changedAt: at });
	await tx.journal.write([{ actor, action: 'message_ways_kept', dossier: id }], at);
};
