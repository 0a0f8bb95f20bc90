import type { Deps } from './ports.ts';

/** The text of the attestation with this reference (twelve symbols), revoked or not; null when there is none, or its person was erased. */
export const attestationByReference = (
	{ store, vault }: Pick<Deps, 'store' | 'vault'>,
	{ reference }: { reference: string },
): Promise<string | null> =>
	store.look(async (tx) => {
		const found = await tx.attestations.findByReference(reference);
		if (!found) return null;
		const dossier = await tx.dossiers.find(found.dossier);
		return dossier?.personKey ? vault.openPerson(dossier.personKey, found.text) : null;
	});
