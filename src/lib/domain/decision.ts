import { unknownNationality } from './countries.ts';
import { hasLongLegalStay, hasReached, isFamilyOf, isLongTitle, type Certainty } from './conditions.ts';
import type { CalendarDate } from './dates.ts';
import type { Permit, RegisterEvent } from './registerEvent.ts';
import type { Rules } from './rules/rules.ts';

/** Why someone is outside the target group, in the order in which the reasons are given. */
export const notConcernedReasons = [
	'waiting_register',
	'not_first_registration',
	'no_permit',
	'permit_3_months_or_less',
	'under_18',
	'aged_65_or_over',
	'legal_stay_3_years_or_more',
] as const;

/** Why someone of the target group need not follow the pathway, in the order in which the reasons are given. */
export const exemptReasons = [
	'eu_eea_swiss_national',
	'uk_withdrawal_agreement',
	'eu_family_member',
	'belgian_family_free_movement',
	'temporary_stay',
	'eu_long_term_resident',
	'temporary_protection',
	'integration_certificate',
] as const;

/** What only a person can settle, in the order in which the reasons are given. */
export const reviewReasons = [
	'birth_date_incomplete',
	'legal_stay_unknown',
	'nationality_unknown',
	'turkish_national',
	'student',
	'belgian_diploma',
] as const;

export type DecisionReason =
	(typeof notConcernedReasons)[number] | (typeof exemptReasons)[number] | (typeof reviewReasons)[number];

/** What a decision can say. */
export const outcomes = ['obliged', 'exempt', 'review', 'not_concerned'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the rules say of one register event. It is a proposal until the commune confirms it. */
export type Decision = {
	outcome: Outcome;
	reasons: DecisionReason[];
	/** The first registration in the foreigners' register: every condition is judged at this date. */
	referenceDate: CalendarDate;
	/** The version of the rules. */
	rules: string;
	/** null when the age is not settled. */
	mayFollowVoluntarily: boolean | null;
};

/**
 * Takes one register event and the rules, and decides: outside the group, exempt, to be reviewed by a person,
 * or obliged, with all reasons that apply (ordinance of 20 July 2023; decree of 18 January 2024, arts. 33-36).
 */
export function decide(event: RegisterEvent, rules: Rules): Decision {
	const [outcome, reasons] = outcomeOf(event, rules);
	return {
		outcome,
		reasons,
		referenceDate: event.registration.firstRegisteredOn,
		rules: rules.version,
		mayFollowVoluntarily: mayFollowVoluntarily(event, outcome, rules),
	};
}

function outcomeOf(event: RegisterEvent, rules: Rules): [Outcome, DecisionReason[]] {
	const outside = whyOutside(event, rules);
	if (outside.length > 0) return ['not_concerned', outside];
	const exempt = certainExemptions(event, rules);
	if (exempt.length > 0) return ['exempt', exempt];
	const review = whyReview(event, rules);
	return [review.length > 0 ? 'review' : 'obliged', review];
}

function whyOutside(event: RegisterEvent, rules: Rules): DecisionReason[] {
	const { register, first, permit } = event.registration;
	return listed(notConcernedReasons, {
		waiting_register: register === 'waiting',
		not_first_registration: register === 'population' || (register === 'foreigners' && !first),
		no_permit: permit === null,
		permit_3_months_or_less: permit !== null && !isLongTitle(permit, rules),
		under_18: hasReached(rules.adultAge, event) === false,
		aged_65_or_over: hasReached(rules.upperAge, event) === true,
		legal_stay_3_years_or_more: hasLongLegalStay(event, rules),
	});
}

/** Takes one register event and returns the exemptions that are certain, whether or not it is about the group. */
export function certainExemptions(event: RegisterEvent, rules: Rules): DecisionReason[] {
	const { permit } = event.registration;
	return listed(exemptReasons, {
		eu_eea_swiss_national: event.person.nationalities.some((nationality) =>
			rules.exemptNationalities.includes(nationality),
		),
		uk_withdrawal_agreement: permit !== null && rules.withdrawalAgreementCards.includes(permit.card),
		eu_family_member: isFamilyOf('family_of_eu_citizen', event, rules) === true,
		belgian_family_free_movement: isFamilyOf('family_of_belgian', event, rules) === true,
		temporary_stay: hasPermitReason(permit, rules.temporaryStayReasons),
		eu_long_term_resident: event.facts.some(
			(fact) =>
				fact.kind === 'eu_long_term_resident' && rules.longTermResidentStates.includes(fact.memberState),
		),
		temporary_protection: hasPermitReason(permit, rules.temporaryProtectionReasons),
		integration_certificate: rules.integrationCertificateExempts && hasFact(event, 'integration_certificate'),
	});
}

function whyReview(event: RegisterEvent, rules: Rules): DecisionReason[] {
	const { nationalities } = event.person;
	return listed(reviewReasons, {
		birth_date_incomplete:
			hasReached(rules.adultAge, event) === null ||
			hasReached(rules.upperAge, event) === null ||
			isFamilyOf('family_of_eu_citizen', event, rules) === null ||
			isFamilyOf('family_of_belgian', event, rules) === null,
		legal_stay_unknown: event.legalStaySince === null,
		nationality_unknown: nationalities.includes(unknownNationality),
		turkish_national: nationalities.some((nationality) => rules.reviewNationalities.includes(nationality)),
		student: hasPermitReason(event.registration.permit, rules.reviewPermitReasons),
		belgian_diploma: rules.belgianDiplomaNeedsReview && hasFact(event, 'belgian_diploma'),
	});
}

/** Ordinance of 20 July 2023, art. 2: an adult foreigner with a title, in either register, who is not obliged. */
function mayFollowVoluntarily(event: RegisterEvent, outcome: Outcome, rules: Rules): Certainty {
	const { register, permit } = event.registration;
	const adult = hasReached(rules.adultAge, event);
	if (adult === null) return null;
	return (
		adult && register !== 'waiting' && permit !== null && isLongTitle(permit, rules) && outcome !== 'obliged'
	);
}

function hasPermitReason(permit: Permit | null, reasons: readonly string[]): boolean {
	return permit !== null && permit.reason !== null && reasons.includes(permit.reason);
}

function hasFact(event: RegisterEvent, kind: RegisterEvent['facts'][number]['kind']): boolean {
	return event.facts.some((fact) => fact.kind === kind);
}

/** The reasons that apply, in the order of the list. */
function listed<Reason extends string>(order: readonly Reason[], applies: Record<Reason, boolean>): Reason[] {
	return order.filter((reason) => applies[reason]);
}
