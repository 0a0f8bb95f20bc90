import { encodeAttestation } from '#lib/domain/attestation/attestationText.ts';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { operator } from '#lib/services/actor.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import type { Deps } from '#lib/services/ports.ts';
import { signerOf } from '#lib/services/signingKeys.ts';
import { openNewcomer } from './newcomers.ts';

/** An attestation as its holder has it in the hand. */
export type InHand = { dossier: string; id: string; text: string; reference: string };

/** A newcomer whose commune has just confirmed the obligation, with the paper that it gave. */
export const attestObligation = async (
	deps: Deps,
	person: { givenNames: string; familyName: string },
): Promise<InHand> => {
	const dossier = await openNewcomer(deps, person);
	const on = brusselsToday(deps.now());
	const confirmed = await confirmObligation(deps, operator, { dossier, on, printedDeadline: null });
	if (!confirmed.ok) throw new Error(confirmed.reason);
	return deps.store.look(async (tx) => {
		const [paper] = await tx.attestations.ofDossier(dossier);
		const { personKey } = (await tx.dossiers.find(dossier)) ?? {};
		if (!paper || !personKey) throw new Error('no attestation was issued');
		const text = deps.vault.openPerson(personKey, paper.text);
		return { dossier, id: paper.id, text, reference: paper.reference };
	});
};

/** Something signed by the real key of an issuer of this Halte that it would never issue by itself. */
export const signedByIssuer = (deps: Deps, claims: Claims): Promise<string> =>
	deps.store.transact(async (tx) => {
		const { kid, sign } = await signerOf(tx, deps, claims.issuer, deps.now());
		return encodeAttestation(claims, kid, sign);
	});
