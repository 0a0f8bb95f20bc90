import { addMonths, addYears, compareDates, possibleAges } from './dates.ts';
import type { FamilyFact, Permit, RegisterEvent } from './registerEvent.ts';
import type { Rules } from './rules/rules.ts';

/** Yes, no, or unknown because a part of the birth date is. */
export type Certainty = boolean | null;

/** Takes a title and says whether it is one of more than 3 months; one without an end date counts as more. */
export function isLongTitle(permit: Permit, rules: Rules): boolean {
	return (
		permit.validUntil === null ||
		compareDates(permit.validUntil, addMonths(permit.validFrom, rules.titleMonths)) > 0
	);
}

/** Takes an event and says whether the legal stay was 3 years or more; exactly 3 years is no longer less. */
export function hasLongLegalStay(event: RegisterEvent, rules: Rules): boolean {
	if (event.legalStaySince === null) return false;
	const limit = addYears(event.legalStaySince, rules.legalStayYears);
	return compareDates(limit, event.registration.firstRegisteredOn) <= 0;
}

/** Takes an age and says whether the person had reached it at the reference date; null when both is possible. */
export function hasReached(age: number, event: RegisterEvent): Certainty {
	const { youngest, oldest } = possibleAges(event.person.birthDate, event.registration.firstRegisteredOn);
	if (youngest >= age) return true;
	return oldest < age ? false : null;
}

/**
 * Takes a kind of family and says whether a fact of that kind exempts; null when none does for certain, but one may,
 * by the birth date.
 */
export function isFamilyOf(kind: FamilyFact['kind'], event: RegisterEvent, rules: Rules): Certainty {
	const answers = event.facts
		.filter((fact): fact is FamilyFact => fact.kind === kind)
		.map((fact) => familyExempts(fact, event, rules));
	if (answers.includes(true)) return true;
	return answers.includes(null) ? null : false;
}

function familyExempts(fact: FamilyFact, event: RegisterEvent, rules: Rules): Certainty {
	if (fact.kind === 'family_of_belgian' && !fact.usedFreeMovement) return false;
	switch (fact.relation) {
		case 'spouse':
			return true;
		case 'registered_partner':
			return fact.registeredIn !== null && rules.partnershipStates.includes(fact.registeredIn);
		case 'ascendant':
			return fact.dependent && !fact.sponsorIsMinor;
		case 'descendant': {
			const grownUp = hasReached(rules.descendantAge, event);
			return fact.dependent || (grownUp === null ? null : !grownUp);
		}
	}
}
