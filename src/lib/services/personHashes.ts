import type { Person } from '#lib/domain/person.ts';
import type { Vault } from './ports.ts';

/** Takes a national number and returns the keyed hash that finds its dossier: same number, same dossier. */
export const numberHashOf = (vault: Vault, nationalNumber: string): Uint8Array =>
	vault.hash('national-number', nationalNumber);

/**
 * Takes a person and a commune, and returns the keyed hash of name, birth date and commune. Two dossiers with the
 * same one are a possible duplicate; case, spaces and the way of writing an accent do not count.
 */
export const nameHashOf = (
	vault: Vault,
	{ familyName, givenNames, birthDate }: Pick<Person, 'familyName' | 'givenNames' | 'birthDate'>,
	commune: string,
): Uint8Array =>
	vault.hash('name', JSON.stringify([...[familyName, givenNames].map(plainName), birthDate, commune]));

const plainName = (name: string | null): string =>
	(name ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
