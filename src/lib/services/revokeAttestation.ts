import { readReference } from '#lib/domain/attestation/reference.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { mayFollowAgain, revocationReasons } from '#lib/domain/revocation.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { Attestation } from './ports/attestations.ts';
import type { Deps, Tx } from './ports.ts';
import { revokeWithin, settleAttestations } from './settleAttestations.ts';

/** What was revoked, and the id of the paper that took its place, if one did. */
export type AttestationRevoked = { attestation: string; reason: string; inItsPlace: string | null };

/**
 * Ends an attestation, named by its id or its reference, for a reason that says why and nothing about anybody. Where the
 * data was wrong, a new one is issued at once from the facts and the name as they are now. The same again gives the same
 * answer. Refuses an unknown attestation, an unknown reason, and one that was revoked for another reason.
 */
export const revokeAttestation = async (
	deps: Deps,
	actor: Actor,
	{ attestation, reason }: { attestation: string; reason: string },
): Promise<
	Result<AttestationRevoked, 'unknown_attestation' | 'unknown_reason' | 'already_revoked', { for?: string }>
> => {
	const because = revocationReasons.find((each) => each === reason);
	if (!because) return refuse('unknown_reason');
	const at = deps.now();
	return deps.store.transact(async (tx) => {
		const named = await find(tx, attestation);
		const file = named && (await lockPathwayFile(tx, named.dossier, brusselsToday(at)));
		const paper = named && (await tx.attestations.find(named.id));
		if (!file || !paper) return refuse('unknown_attestation');
		if (paper.revokedFor !== null && paper.revokedFor !== because)
			return refuse('already_revoked', { for: paper.revokedFor });
		if (paper.revokedFor === null) {
			await revokeWithin(tx, deps, actor, paper, because, at);
			if (mayFollowAgain(because)) await settleAttestations(tx, deps, actor, file, at);
		}
		const standing = (await tx.attestations.ofDossier(paper.dossier)).find(
			({ kind, session, revokedAt }) =>
				kind === paper.kind && session === paper.session && revokedAt === null,
		);
		return ok({ attestation: paper.id, reason: because, inItsPlace: standing?.id ?? null });
	});
};

const find = (tx: Tx, named: string): Promise<Attestation | null> => {
	const reference = readReference(named);
	if (reference !== null) return tx.attestations.findByReference(reference);
	return isUuid(named) ? tx.attestations.find(named.toLowerCase()) : Promise.resolve(null);
};
