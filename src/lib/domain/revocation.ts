/** Why a person may end an attestation, as codes. */
export const revocationReasons = [
	/** It should never have been issued. */
	'issued_by_mistake',
	/** The name or the date of birth in it was wrong: a new one takes its place. */
	'data_wrong',
	/** Somebody else used it, or changed it. */
	'misused',
] as const;
/** All reasons: these, or what it was issued from was taken back, such as a corrected attendance. */
export const revocationCodes = [...revocationReasons, 'fact_withdrawn'] as const;
/** One of them. */
export type RevocationReason = (typeof revocationCodes)[number];

/** After these a new attestation of the same facts may follow; after the others a person has to act first. */
export function mayFollowAgain(reason: string): boolean {
	return reason === 'data_wrong' || reason === 'fact_withdrawn';
}

/** A signing key is used for so many months; what it signed stays good. */
export const signingMonths = 6;
