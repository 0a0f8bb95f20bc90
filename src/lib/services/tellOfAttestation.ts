import type { RevocationReason } from '#lib/domain/revocation.ts';
import { announce } from './announce.ts';
import type { Attestation } from './ports/attestations.ts';
import type { Deps, Tx } from './ports.ts';

type About = Pick<Attestation, 'id' | 'dossier' | 'kind'>;

/**
 * Tells somebody of a paper that was issued, where they chose how to be written to. Anybody else finds it on their pages:
 * nobody is flooded when an office brings in the attendance of a year.
 */
export const tellOfIssue = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	{ id, dossier, kind }: About,
	at: Date,
): Promise<void> => {
	const chosen = (await tx.messages.preferenceOf(dossier))?.channels ?? [];
	if (chosen.length === 0) return;
	const codes = { attestation: id, attested: kind };
	await announce(tx, deps, { dossier, kind: 'attestation_issued', session: null, codes }, at);
};

/** Tells somebody that a paper of theirs is no longer good, and why: they may be about to show it. */
export const tellOfRevocation = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	{ id, dossier, kind }: About,
	reason: RevocationReason,
	at: Date,
): Promise<void> => {
	const codes = { attestation: id, attested: kind, reason };
	await announce(tx, deps, { dossier, kind: 'attestation_revoked', session: null, codes }, at);
};
