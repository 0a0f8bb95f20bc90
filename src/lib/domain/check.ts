import type { CheckAnswers, Paper } from './checkAnswers.ts';
import { casesOf } from './checkCases.ts';
import { compareDates, possibleAges } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { certainExemptions, decide } from './decision.ts';
import type { Decision, DecisionReason } from './decision.ts';
import type { RegisterEvent } from './registerEvent.ts';
import type { Rules } from './rules/rules.ts';

/** What the answers leave open: only the commune can settle it. */
export const doubts = [
	'paper_unknown',
	'registration_date_unknown',
	'birth_date_unknown',
	'dates_undecided',
	'registered_before_these_rules',
	'family_unsettled',
	'long_term_resident_unsettled',
	'situation_unknown',
] as const;
export type Doubt = (typeof doubts)[number];

/** All that the check says: indications, never a decision, which is the commune's. */
export const indications = [
	'probably_obliged',
	'probably_exempt',
	'probably_voluntary',
	'cannot_tell',
] as const;
export type Indication = (typeof indications)[number];

export type CheckResult = {
	answer: Indication;
	/** Why, in the codes of decisions, and what is left open. */
	reasons: DecisionReason[];
	doubts: Doubt[];
};

const cannotTell = (reasons: DecisionReason[], open: Doubt[] = []): CheckResult => ({
	answer: 'cannot_tell',
	reasons,
	doubts: open,
});

/**
 * Takes the answers of somebody who asks whether the pathway concerns them, the rules and today, and returns an
 * indication, by the same decision that register events get. Whatever could change it and is not certain is "cannot tell".
 */
export function checkConcern(answers: CheckAnswers, rules: Rules, today: CalendarDate): CheckResult {
	const early = withoutTitle(answers.paper);
	if (early) return early;
	if (answers.registeredOn === null) return cannotTell([], ['registration_date_unknown']);
	if (answers.birthDate === null) return cannotTell([], ['birth_date_unknown']);

	const cases = casesOf(answers, answers.registeredOn, answers.birthDate);
	const decisions = cases.map((each) => decide(each, rules));
	const exemptions = shared(cases.map((each) => certainExemptions(each, rules)));
	const outside = shared(
		decisions.map(({ outcome, reasons }) => (outcome === 'not_concerned' ? reasons : [])),
	);
	// The obligation looks at the age of then, following freely at that of today: who was 17 may follow at 20.
	const isFree = possibleAges(answers.birthDate, today).youngest >= rules.adultAge;
	if (outside.length > 0)
		return isFree ? { answer: 'probably_voluntary', reasons: outside, doubts: [] } : cannotTell(outside);
	if (exemptions.length > 0 && isFree) return { answer: 'probably_exempt', reasons: exemptions, doubts: [] };

	const open = doubtsOf(answers, cases, decisions, rules);
	const reasons = allOf(decisions, 'review');
	if (open.length > 0 || reasons.length > 0) return cannotTell(reasons, open);
	return decisions.every(({ outcome }) => outcome === 'obliged')
		? { answer: 'probably_obliged', reasons: [], doubts: [] }
		: cannotTell([], ['dates_undecided']);
}

/** Who has no title of more than 3 months yet may get one tomorrow: the answer of today would be a guess. */
function withoutTitle(paper: Paper): CheckResult | null {
	switch (paper) {
		case 'long':
			return null;
		case 'short':
			return cannotTell(['permit_3_months_or_less']);
		case 'waiting_register':
			return cannotTell(['waiting_register']);
		case 'none':
			return cannotTell(['no_permit']);
		case 'unknown':
			return cannotTell([], ['paper_unknown']);
	}
}

function doubtsOf(
	answers: CheckAnswers,
	cases: RegisterEvent[],
	decisions: Decision[],
	rules: Rules,
): Doubt[] {
	const applies: Record<Doubt, boolean> = {
		paper_unknown: false,
		registration_date_unknown: false,
		birth_date_unknown: false,
		dates_undecided: new Set(decisions.map(({ outcome }) => outcome)).size > 1,
		registered_before_these_rules: cases.some(
			({ registration }) => compareDates(registration.firstRegisteredOn, rules.inForceFrom) < 0,
		),
		family_unsettled: isFamilyUnsettled(answers),
		// The list of states is certain, but whether a card is one of theirs is for the commune to see.
		long_term_resident_unsettled: answers.situations.includes('eu_long_term_resident'),
		situation_unknown: answers.situations.includes('unknown'),
	};
	return doubts.filter((doubt) => applies[doubt]);
}

/** Family that would exempt if something were so that the person does not know. */
function isFamilyUnsettled(answers: CheckAnswers): boolean {
	const { relation, partnershipIn, dependent, sponsorIsMinor, usedFreeMovement } = answers;
	switch (relation) {
		case 'unknown':
			return true;
		case 'belgian':
			return usedFreeMovement !== 'no';
		case 'registered_partner':
			return partnershipIn === 'unknown';
		case 'descendant':
			return dependent === 'unknown';
		case 'ascendant':
			return dependent !== 'no' && sponsorIsMinor !== 'yes';
		case 'none':
		case 'spouse':
			return false;
	}
}

/** The reasons that are in every list, in the order of the first. */
function shared(lists: DecisionReason[][]): DecisionReason[] {
	const [first = [], ...others] = lists;
	return first.filter((reason) => others.every((list) => list.includes(reason)));
}

function allOf(decisions: Decision[], outcome: Decision['outcome']): DecisionReason[] {
	return [...new Set(decisions.filter((each) => each.outcome === outcome).flatMap(({ reasons }) => reasons))];
}
