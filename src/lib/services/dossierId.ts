import type { Vault } from './ports.ts';

/** Crockford's base 32: no I, L, O or U, so that an id can be read aloud and typed. */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Takes the id of the event that opens a dossier and returns the dossier's id, 12 characters. It is always the same for
 * that event, so that an intake that was interrupted and runs again ends in the same state; it tells nothing by itself.
 */
export function dossierIdOf(vault: Vault, eventId: string): string {
	const hash = vault.hash('dossier-id', eventId);
	return Array.from(hash.subarray(0, 12), (byte) => crockford[byte & 31]).join('');
}
