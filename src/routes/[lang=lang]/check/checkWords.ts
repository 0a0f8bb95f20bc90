import type { CheckResult, Doubt, Indication } from '#lib/domain/check.ts';
import { papers, relations, situations } from '#lib/domain/checkAnswers.ts';
import type { Paper, Relation, Situation } from '#lib/domain/checkAnswers.ts';
import { checkQuestions } from '#lib/domain/checkQuestions.ts';
import type { CheckQuestion } from '#lib/domain/checkQuestions.ts';
import { reasonInWords } from '#lib/i18n/reasonWords.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CheckFault } from '#lib/domain/checkForm.ts';

type Words<Code extends string> = Record<Code, () => string>;

const titles: Words<CheckQuestion> = {
	paper: () => m.check_paper_title(),
	registered: () => m.check_registered_title(),
	birth: () => m.check_birth_title(),
	stay: () => m.check_stay_title(),
	nationality: () => m.check_nationality_title(),
	family: () => m.check_family_title(),
	relative: () => m.check_relative_title(),
	situation: () => m.check_situation_title(),
};

const ofPapers: Words<Paper> = {
	long: () => m.check_paper_long(),
	short: () => m.check_paper_short(),
	waiting_register: () => m.check_paper_waiting(),
	none: () => m.check_paper_none(),
	unknown: () => m.check_unknown(),
};

const ofRelations: Words<Relation> = {
	none: () => m.check_family_none(),
	spouse: () => m.check_family_spouse(),
	registered_partner: () => m.check_family_registered_partner(),
	descendant: () => m.check_family_descendant(),
	ascendant: () => m.check_family_ascendant(),
	belgian: () => m.check_family_belgian(),
	unknown: () => m.check_unknown(),
};

const ofSituations: Words<Situation> = {
	student: () => m.check_situation_student(),
	belgian_diploma: () => m.check_situation_belgian_diploma(),
	temporary_protection: () => m.check_situation_temporary_protection(),
	temporary_stay: () => m.check_situation_temporary_stay(),
	withdrawal_agreement: () => m.check_situation_withdrawal_agreement(),
	eu_long_term_resident: () => m.check_situation_eu_long_term_resident(),
	integration_certificate: () => m.check_situation_integration_certificate(),
	none: () => m.check_situation_none(),
	unknown: () => m.check_unknown(),
};

const faults: Words<CheckFault['reason']> = {
	choose: () => m.check_fault_choose(),
	date_empty: () => m.check_fault_date_empty(),
	date_not_digits: () => m.shell_date_not_digits(),
	date_year_digits: () => m.shell_date_year_digits(),
	date_year_far: () => m.shell_date_year_far(),
	date_month_missing: () => m.shell_date_month_missing(),
	date_unreal: () => m.shell_date_unreal(),
	date_future: () => m.check_fault_date_future(),
	dates_disagree: () => m.check_fault_dates_disagree(),
	stay_after_registration: () => m.check_fault_stay_after_registration(),
	nationality: () => m.check_fault_nationality(),
	none_with_others: () => m.check_fault_none_with_others(),
};

/** Everything that can be to put right. */
export const checkFaults = Object.keys(faults) as CheckFault['reason'][];

const answers: Words<Indication> = {
	probably_obliged: () => m.check_result_obliged(),
	probably_exempt: () => m.check_result_exempt(),
	probably_voluntary: () => m.check_result_voluntary(),
	cannot_tell: () => m.check_result_cannot_tell(),
};

const nexts: Words<Indication> = {
	probably_obliged: () => m.check_next_obliged(),
	probably_exempt: () => m.check_next_exempt(),
	probably_voluntary: () => m.check_next_voluntary(),
	cannot_tell: () => m.check_next_cannot_tell(),
};

const ofDoubts: Words<Doubt> = {
	paper_unknown: () => m.check_doubt_paper_unknown(),
	registration_date_unknown: () => m.check_doubt_registration_date_unknown(),
	birth_date_unknown: () => m.check_doubt_birth_date_unknown(),
	dates_undecided: () => m.check_doubt_dates_undecided(),
	registered_before_these_rules: () => m.check_doubt_registered_before_these_rules(),
	family_unsettled: () => m.check_doubt_family_unsettled(),
	long_term_resident_unsettled: () => m.check_doubt_long_term_resident_unsettled(),
	situation_unknown: () => m.check_doubt_situation_unknown(),
};

/** The title of the page of a question. */
export const questionTitle = (question: CheckQuestion): string => titles[question]();

const dateQuestions: readonly CheckQuestion[] = ['registered', 'birth', 'stay'];

/** Whether a question is answered with a date, which one may not know. */
export const isDateQuestion = (question: CheckQuestion): boolean => dateQuestions.includes(question);

// The relative is part of the question about the family: the line has one stop for both.
const stops = checkQuestions.filter((question) => question !== 'relative');

/** Which stop of the line a question is, and how many there are. */
export const stopOf = (question: CheckQuestion): { number: number; all: number } => ({
	number: stops.indexOf(question === 'relative' ? 'family' : question) + 1,
	all: stops.length,
});

/** What can be chosen, in order, with the hint that helps to choose. */
export const paperChoices = () =>
	papers.map((value) => ({
		value,
		label: ofPapers[value](),
		hint: value === 'long' ? m.check_paper_long_hint() : undefined,
	}));
export const relationChoices = () => relations.map((value) => ({ value, label: ofRelations[value]() }));
export const situationChoices = () => situations.map((value) => ({ value, label: ofSituations[value]() }));

/** What is to be put right, in words. */
export const faultInWords = (reason: CheckFault['reason']): string => faults[reason]();

/** What the answers lead to, what to do then, and what they leave open. */
export const answerInWords = (answer: Indication): string => answers[answer]();
export const nextInWords = (answer: Indication): string => nexts[answer]();
export const doubtInWords = (doubt: Doubt): string => ofDoubts[doubt]();

/** Why somebody is obliged: all of it together. */
export const whyObliged = (): string[] => [
	m.check_why_obliged_title(),
	m.check_why_obliged_age(),
	m.check_why_obliged_stay(),
	m.check_why_obliged_no_exemption(),
];

/** Why it is so, line by line. */
export const whyInWords = ({ answer, reasons, doubts: open }: CheckResult): string[] =>
	answer === 'probably_obliged' ? whyObliged() : [...reasons.map(reasonInWords), ...open.map(doubtInWords)];
