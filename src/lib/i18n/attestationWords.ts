import type { AttestationKind } from '#lib/domain/attestation/claims.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { RevocationReason } from '#lib/domain/revocation.ts';
import { m } from '#lib/paraglide/messages.js';

/** Which language, where it is not that of the request: a paper is in two. */
type In = { locale?: Language };
type Words = (to?: In) => string;

const kinds: Record<AttestationKind, Words> = {
	obligation: (to) => m.attestations_kind_obligation({}, to),
	registration: (to) => m.attestations_kind_registration({}, to),
	rights_and_duties: (to) => m.attestations_kind_rights_and_duties({}, to),
	citizenship: (to) => m.attestations_kind_citizenship({}, to),
	language_course: (to) => m.attestations_kind_language_course({}, to),
	completion: (to) => m.attestations_kind_completion({}, to),
};

const statements: Record<AttestationKind, Words> = {
	obligation: (to) => m.attestations_says_obligation({}, to),
	registration: (to) => m.attestations_says_registration({}, to),
	rights_and_duties: (to) => m.attestations_says_rights_and_duties({}, to),
	citizenship: (to) => m.attestations_says_citizenship({}, to),
	language_course: (to) => m.attestations_says_language_course({}, to),
	completion: (to) => m.attestations_says_completion({}, to),
};

const days: Record<AttestationKind, Words> = {
	obligation: (to) => m.attestations_on_obligation({}, to),
	registration: (to) => m.attestations_on_registration({}, to),
	rights_and_duties: (to) => m.attestations_on_course({}, to),
	citizenship: (to) => m.attestations_on_course({}, to),
	language_course: (to) => m.attestations_on_course({}, to),
	completion: (to) => m.attestations_on_completion({}, to),
};

const reasons: Record<RevocationReason, Words> = {
	issued_by_mistake: (to) => m.attestations_revoked_mistake({}, to),
	data_wrong: (to) => m.attestations_revoked_data({}, to),
	misused: (to) => m.attestations_revoked_misused({}, to),
	fact_withdrawn: (to) => m.attestations_revoked_fact({}, to),
};

/** What a paper is called: its title. */
export const attestationKindName = (kind: AttestationKind, to?: In): string => kinds[kind](to);

/** What a paper says, in one or two sentences. */
export const attestationStatement = (kind: AttestationKind, to?: In): string => statements[kind](to);

/** What the day of a paper is the day of. */
export const attestationDayName = (kind: AttestationKind, to?: In): string => days[kind](to);

/** Why a paper was revoked. */
export const revocationWords = (reason: RevocationReason, to?: In): string => reasons[reason](to);
