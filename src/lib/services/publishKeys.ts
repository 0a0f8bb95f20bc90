import type { PublicKey } from '#lib/domain/attestation/publicKeys.ts';
import type { Deps } from './ports.ts';
import { publicKeyOf } from './signingKeys.ts';

/** The public half of every key that ever signed: what verifiers carry with them. */
export const publishKeys = async ({ store }: Pick<Deps, 'store'>): Promise<PublicKey[]> =>
	(await store.look((tx) => tx.signingKeys.list())).map(publicKeyOf);
