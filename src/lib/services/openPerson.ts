import type { Person } from '#lib/domain/person.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Vault } from './ports.ts';

/** The person of a dossier, unsealed; null once they were erased. */
export const openPerson = (
	vault: Vault,
	{ personKey, person }: Pick<Dossier, 'personKey' | 'person'>,
): Person | null =>
	personKey && person ? (JSON.parse(vault.openPerson(personKey, person)) as Person) : null;
