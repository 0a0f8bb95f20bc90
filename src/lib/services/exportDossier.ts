import type { Person } from '#lib/domain/person.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { openContact, openName } from './callbackContact.ts';
import { openNeeds } from './needs.ts';
import { openMessageContact, openPush } from './messageContact.ts';
import { openMessageFacts } from './messageFacts.ts';
import { openPerson } from './openPerson.ts';
import { heldTables } from './ports/holdings.ts';
import type { Held, HeldTable } from './ports/holdings.ts';
import type { Deps, Vault } from './ports.ts';

/** Everything held about one person: who they are, and the rows of each table, with what was sealed opened. */
export type DossierExported = {
	format: 'halte-export/1';
	exportedAt: string;
	/** The national number is masked but for its end; null once the person was erased. */
	person: Person | null;
	held: Record<HeldTable, Record<string, unknown>[]>;
};

/**
 * Hands out everything that is held about one person (GDPR, arts. 15 and 20). Keys and look-up hashes stay: they say
 * nothing to anybody else. The journal gets a line, which is part of what is handed out. Refuses an unknown dossier,
 * and a newcomer who asks for another person's.
 */
export const exportDossier = async (
	{ store, vault, now }: Deps,
	actor: Actor,
	{ dossier: id }: { dossier: string },
): Promise<Result<DossierExported, 'unknown_dossier'>> => {
	const at = now();
	if (actor.kind === 'newcomer' && actor.id !== id) return refuse('unknown_dossier');
	return store.transact(async (tx) => {
		const dossier = await tx.dossiers.find(id);
		if (!dossier) return refuse('unknown_dossier');
		await tx.journal.write([{ actor, action: 'exported', dossier: id }], at);
		const held = await tx.holdings.ofDossier(id);
		return ok({
			format: 'halte-export/1',
			exportedAt: at.toISOString(),
			person: masked(openPerson(vault, dossier)),
			held: opened(vault, held, dossier.personKey),
		});
	});
};

/** The national number is never written whole: its last two digits show whose paper it stands on. */
const masked = (person: Person | null): Person | null =>
	person?.nationalNumber
		? { ...person, nationalNumber: person.nationalNumber.replace(/\d(?=\d{2})/g, '*') }
		: person;

/** How to open the sealed columns. */
type Open = (vault: Vault, sealed: Uint8Array, personKey: Uint8Array | null) => unknown;
const openers: Partial<Record<HeldTable, Record<string, Open>>> = {
	callbacks: { contact: openContact, otherPerson: openName },
	complaints: { contact: openContact, words: (vault, words) => vault.open(words, 'complaint-words') },
	attestations: { text: (vault, text, personKey) => personKey && vault.openPerson(personKey, text) },
	needs: { needs: (vault, sealed, personKey) => openNeeds(vault, personKey, sealed) },
	messages: { facts: (vault, sealed, key) => openMessageFacts(vault, key, sealed) },
	messagePreferences: { contact: (vault, contact, key) => openMessageContact(vault, key, contact) },
	pushSubscriptions: { subscription: (vault, sealed, key) => key && openPush(vault, key, sealed).endpoint },
};

/** Look-up hashes that are kept as text; the others are bytes. */
const hashesAsText: Partial<Record<HeldTable, string>> = { signIns: 'id' };

const opened = (vault: Vault, held: Held, personKey: Uint8Array | null): DossierExported['held'] =>
	Object.fromEntries(
		heldTables.map((table) => [
			table,
			held[table].map((row) =>
				Object.fromEntries(
					Object.entries(row).flatMap(([column, value]) => {
						if (hashesAsText[table] === column) return [];
						return value instanceof Uint8Array
							? bytesAsWords(vault, value, table, column, personKey)
							: [[column, value instanceof Date ? value.toISOString() : value]];
					}),
				),
			),
		]),
	) as DossierExported['held'];

/**
 * Sealed words are opened; a public key is the person's own; every other run of bytes is a key or a hash. A line in
 * quarantine is not opened: it claims the id of this person's event, and may be about somebody else.
 */
const bytesAsWords = (
	vault: Vault,
	bytes: Uint8Array,
	table: HeldTable,
	column: string,
	personKey: Uint8Array | null,
): [string, unknown][] => {
	const open = openers[table]?.[column];
	if (open) return [[column, open(vault, bytes, personKey)]];
	return table === 'passkeys' && column === 'publicKey'
		? [[column, Buffer.from(bytes).toString('base64url')]]
		: [];
};
