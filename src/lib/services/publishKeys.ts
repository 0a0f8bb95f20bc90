import { listIssuer } from '#lib/domain/attestation/publicKeys.ts';
import type { PublicKey } from '#lib/domain/attestation/publicKeys.ts';
import type { Deps } from './ports.ts';
import { publicKeyOf, signerOf } from './signingKeys.ts';

/**
 * The public half of every key that ever signed: what verifiers carry with them. The key of the list of what was revoked
 * is among them from the first time on: whoever fetches keys and then the list can read it.
 */
export const publishKeys = ({
	store,
	vault,
	now,
}: Pick<Deps, 'store' | 'vault' | 'now'>): Promise<PublicKey[]> =>
	store.transact(async (tx) => {
		await signerOf(tx, { vault }, listIssuer, now());
		return (await tx.signingKeys.list()).map(publicKeyOf);
	});
