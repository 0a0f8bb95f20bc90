import type { AttestationDue, SessionAttended } from '#lib/domain/attestationsDue.ts';
import type { RevocationReason } from '#lib/domain/revocation.ts';

/** An attestation as it is kept: codes and dates in the open, its text sealed with the person's own key. */
export type Attestation = AttestationDue & {
	/** A UUID. */
	id: string;
	dossier: string;
	/** The key that signed it. */
	kid: string;
	/** Its place in the list of what was revoked. */
	place: number;
	/** Twelve symbols to type. */
	reference: string;
	text: Uint8Array;
	issuedAt: Date;
	revokedAt: Date | null;
	revokedFor: RevocationReason | null;
};

/** An attestation as an inspection sees it. */
export type InspectedAttestation = Pick<
	Attestation,
	'id' | 'dossier' | 'kind' | 'issuer' | 'kid' | 'place' | 'reference' | 'text' | 'issuedAt'
> & {
	personKey: Uint8Array | null;
	/** Whether what it was issued from is still there; of one that was revoked nobody asks. */
	hasFact: boolean;
};

/** The attestations of everybody. Whoever adds or revokes has locked the row of the dossier. */
export type Attestations = {
	/** A place in the list of what was revoked that nobody else ever gets. */
	nextPlace(): Promise<number>;
	/** False when one of the same kind and session stands: the database's own second wall. */
	add(attestation: Omit<Attestation, 'revokedAt' | 'revokedFor'>): Promise<boolean>;
	find(id: string): Promise<Attestation | null>;
	findByReference(reference: string): Promise<Attestation | null>;
	/** Those that were revoked too, in the order of their issue. */
	ofDossier(dossier: string): Promise<Attestation[]>;
	revoke(id: string, reason: RevocationReason, at: Date): Promise<void>;
	/** Everything that was ever revoked. */
	revoked(): Promise<{ place: number; reference: string }[]>;
	/** The sessions at which somebody was, with their courses. */
	attendedBy(dossier: string): Promise<SessionAttended[]>;
	/** Dossiers after an id with a fact for which there may be a paper to issue, in the order of ids. */
	withoutPaper(after: string, most: number): Promise<string[]>;
	/**
	 * Confirmations and steps that a paper is issued for as they are recorded, and for which none is there, not even a
	 * revoked one; of people who were erased nobody asks. What follows from attendance may rightly have none.
	 */
	lost(): Promise<Pick<Attestation, 'dossier' | 'kind'>[]>;
	/** Attestations after an id, in the order of ids, as an inspection sees them. */
	inspect(after: string, most: number): Promise<InspectedAttestation[]>;
};
