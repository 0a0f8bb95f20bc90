import { readReference } from '#lib/domain/attestation/reference.ts';
import { readStatus } from '#lib/domain/attestation/statusList.ts';
import { verifyAttestation as verify, verifyReference } from '#lib/domain/attestation/verifyAttestation.ts';
import type { Verdict } from '#lib/domain/attestation/verifyAttestation.ts';
import { attestationByReference } from './attestationByReference.ts';
import type { Deps } from './ports.ts';
import { publishKeys } from './publishKeys.ts';
import { publishStatus } from './publishStatus.ts';

/**
 * Verifies the text of a QR code, or the attestation whose reference was typed, by what Halte publishes: the answer is
 * the one that anybody gets who carries the same keys and the same list. Nothing of it is kept.
 */
export const verifyAttestation = async (
	deps: Pick<Deps, 'store' | 'vault' | 'now'>,
	{ typed }: { typed: string },
): Promise<Verdict> => {
	const signed = await publishStatus(deps);
	const keys = await publishKeys(deps);
	const status = await readStatus(signed, keys);
	const reference = readReference(typed);
	if (reference === null) return verify(typed, { keys, status, now: deps.now() });
	const text = await attestationByReference(deps, { reference });
	if (text !== null) return verify(text, { keys, status, now: deps.now() });
	// Of somebody who was erased nothing is left but the list.
	const verdict = await verifyReference(reference, status);
	return verdict.outcome === 'cannot_tell' ? { ...verdict, why: 'unknown_reference' } : verdict;
};
