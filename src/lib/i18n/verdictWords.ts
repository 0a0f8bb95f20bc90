import type { Outcome, Why } from '#lib/domain/attestation/verifyAttestation.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FactName } from './claimsInWords.ts';

/** An outcome and why: everything that has words of its own. */
export type Answer = { outcome: Outcome; why: Why };

/** Every answer there is, for the page that has to be able to give each of them without a network. */
export const answers: Answer[] = [
	{ outcome: 'valid', why: null },
	{ outcome: 'revoked', why: null },
	{ outcome: 'expired', why: null },
	{ outcome: 'invalid', why: 'unreadable' },
	{ outcome: 'invalid', why: 'changed' },
	{ outcome: 'invalid', why: 'wrong_issuer' },
	{ outcome: 'cannot_tell', why: 'unknown_issuer' },
	{ outcome: 'cannot_tell', why: 'no_list' },
	{ outcome: 'cannot_tell', why: 'old_list' },
	{ outcome: 'cannot_tell', why: 'other_clock' },
	{ outcome: 'cannot_tell', why: 'reference_only' },
];

const titles: Record<Outcome, () => string> = {
	valid: () => m.verify_valid(),
	revoked: () => m.verify_revoked(),
	expired: () => m.verify_expired(),
	invalid: () => m.verify_invalid(),
	cannot_tell: () => m.verify_cannot_tell(),
};

const texts: Record<'valid' | 'revoked' | 'expired' | NonNullable<Why>, () => string> = {
	valid: () => m.verify_valid_text(),
	revoked: () => m.verify_revoked_text(),
	expired: () => m.verify_expired_text(),
	unreadable: () => m.verify_unreadable_text(),
	changed: () => m.verify_changed_text(),
	wrong_issuer: () => m.verify_wrong_issuer_text(),
	unknown_issuer: () => m.verify_unknown_issuer_text(),
	no_list: () => m.verify_no_list_text(),
	old_list: () => m.verify_old_list_text(),
	other_clock: () => m.verify_other_clock_text(),
	reference_only: () => m.verify_reference_only_text(),
	unknown_reference: () => m.verify_unknown_reference_text(),
};

/** The outcome in one sentence. */
export const verdictTitle = ({ outcome, why }: Answer): string =>
	why === 'unreadable' ? m.verify_unreadable() : titles[outcome]();

/** What it means, and what to do now. */
export const verdictText = ({ outcome, why }: Answer): string =>
	texts[why ?? (outcome === 'revoked' || outcome === 'expired' ? outcome : 'valid')]();

/** Whether the issuer vouches for what the attestation says, so that it may be shown. */
export const isVouchedFor = ({ outcome, why }: Answer): boolean =>
	outcome !== 'invalid' &&
	why !== 'unknown_issuer' &&
	why !== 'reference_only' &&
	why !== 'unknown_reference';

const facts: Record<FactName, () => string> = {
	kind: () => m.verify_fact_kind(),
	familyName: () => m.verify_fact_family_name(),
	givenNames: () => m.verify_fact_given_names(),
	birthDate: () => m.verify_fact_birth_date(),
	level: () => m.verify_fact_level(),
	hours: () => m.verify_fact_hours(),
	on: () => m.verify_fact_on(),
	issuer: () => m.verify_fact_issuer(),
	issued: () => m.verify_fact_issued(),
	expires: () => m.verify_fact_expires(),
};

/** What a fact is called. */
export const factName = (fact: FactName): string => facts[fact]();
