import type { MessageChannel } from '#lib/domain/message.ts';
import type { Person } from '#lib/domain/person.ts';
import type { Destination, PushAddress } from './ports/channels.ts';
import type { MessagePreference, PushSubscription } from './ports/messages.ts';
import type { Vault } from './ports.ts';

/** A person's number and e-mail address for messages. */
export type MessageContact = { phone: string | null; email: string | null };

const none: MessageContact = { phone: null, email: null };

/** Takes the person's wrapped key and their contact and returns it sealed; nothing to seal is null. */
export const sealMessageContact = (
	vault: Vault,
	personKey: Uint8Array,
	contact: MessageContact,
): Uint8Array | null =>
	contact.phone === null && contact.email === null
		? null
		: vault.sealPerson(personKey, JSON.stringify(contact));

/** Takes the person's wrapped key (null once they were erased) and what was sealed, and returns their contact. */
export const openMessageContact = (
	vault: Vault,
	personKey: Uint8Array | null,
	sealed: Uint8Array | null,
): MessageContact =>
	personKey && sealed ? (JSON.parse(vault.openPerson(personKey, sealed)) as MessageContact) : none;

/** Takes the person's wrapped key and a browser's subscription and returns its address and keys. */
export const openPush = (vault: Vault, personKey: Uint8Array, sealed: Uint8Array): PushAddress =>
	JSON.parse(vault.openPerson(personKey, sealed)) as PushAddress;

/** Everything from which the destination of a channel is found. */
export type Reachable = {
	dossier: { id: string; commune: string; personKey: Uint8Array };
	person: Person;
	preference: MessagePreference | null;
	browsers: PushSubscription[];
};

/** Takes a channel and what is known of the person and returns where the message goes; null: no address for it. */
export const destinationOf = (
	vault: Vault,
	channel: MessageChannel,
	{ dossier, person, preference, browsers }: Reachable,
): Destination | null => {
	const { id, commune, personKey } = dossier;
	const { phone, email } = openMessageContact(vault, personKey, preference?.contact ?? null);
	switch (channel) {
		case 'sms':
			return phone === null ? null : { channel, number: phone };
		case 'email':
			return email === null ? null : { channel, address: email };
		case 'push':
			return browsers.length === 0
				? null
				: {
						channel,
						browsers: browsers.map((each) => ({
							id: each.id,
							...openPush(vault, personKey, each.subscription),
						})),
					};
		case 'letter':
			return person.address === null ? null : { channel, person, commune, dossier: id };
	}
};
