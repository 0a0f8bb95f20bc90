import type { Vault } from './ports.ts';

/** Where to reach a person: a number (E.164) or an address; both are found again by the same kind of hash. */
export type Contact = { kind: 'phone' | 'email'; value: string };

const context = 'callback-contact';

/** Takes a contact and returns it sealed. */
export const sealContact = (vault: Vault, contact: Contact): Uint8Array =>
	vault.seal(JSON.stringify(contact), context);

/** Takes a sealed contact and returns it. */
export const openContact = (vault: Vault, sealed: Uint8Array): Contact =>
	JSON.parse(vault.open(sealed, context)) as Contact;

/** Takes a name that somebody may pick up under and returns it sealed. */
export const sealName = (vault: Vault, name: string): Uint8Array => vault.seal(name, 'callback-other-person');

/** Takes a sealed name and returns it. */
export const openName = (vault: Vault, sealed: Uint8Array): string =>
	vault.open(sealed, 'callback-other-person');

/**
 * Who a request is of, as a keyed hash: the dossier of a person who proved who they are, else the number or address,
 * else (a visit to a counter by somebody unknown) nobody but this request.
 */
export const personHashOf = (
	vault: Vault,
	{ dossier, contact, code }: { dossier: string | null; contact: Contact | null; code: string },
): Uint8Array => {
	if (dossier) return vault.hash('callback-person', `dossier:${dossier}`);
	if (contact) return vault.hash('callback-person', `${contact.kind}:${contact.value}`);
	return vault.hash('callback-person', `code:${code}`);
};
