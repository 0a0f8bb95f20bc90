import { listIssuer } from '#lib/domain/attestation/publicKeys.ts';
import { markOfReference } from '#lib/domain/attestation/reference.ts';
import { signStatus } from '#lib/domain/attestation/statusList.ts';
import type { SignedStatus } from '#lib/domain/attestation/statusList.ts';
import type { Deps } from './ports.ts';
import { signerOf } from './signingKeys.ts';

/** The list of everything that was revoked, as it is now, signed by Halte's own key for it. */
export const publishStatus = ({
	store,
	vault,
	now,
}: Pick<Deps, 'store' | 'vault' | 'now'>): Promise<SignedStatus> =>
	store.transact(async (tx) => {
		const issued = now();
		const revoked = await tx.attestations.revoked();
		const { kid, sign } = await signerOf(tx, { vault }, listIssuer, issued);
		const places = revoked.map(({ place }) => place);
		const references = await Promise.all(revoked.map(({ reference }) => markOfReference(reference)));
		return signStatus({ issued, places, references }, kid, sign);
	});
