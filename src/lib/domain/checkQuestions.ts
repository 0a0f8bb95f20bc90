import type { CheckAnswers, Relation } from './checkAnswers.ts';

/** The questions, one a page, in their order. `relative` is asked only of those whose relation leaves something open. */
export const checkQuestions = [
	'paper',
	'registered',
	'birth',
	'stay',
	'nationality',
	'family',
	'relative',
	'situation',
] as const;
export type CheckQuestion = (typeof checkQuestions)[number];

/** What has been answered so far. */
export type PartialAnswers = Partial<CheckAnswers>;

/** The answers that each question gives; the relative's depend on the relation. */
const answersOf: Record<Exclude<CheckQuestion, 'relative'>, keyof CheckAnswers> = {
	paper: 'paper',
	registered: 'registeredOn',
	birth: 'birthDate',
	stay: 'legalStaySince',
	nationality: 'nationalities',
	family: 'relation',
	situation: 'situations',
};

const ofRelatives: Record<Relation, (keyof CheckAnswers)[]> = {
	none: [],
	spouse: [],
	registered_partner: ['partnershipIn'],
	descendant: ['dependent'],
	ascendant: ['dependent', 'sponsorIsMinor'],
	belgian: ['usedFreeMovement'],
	unknown: [],
};

/** All that may have to be known about a relative, in the order in which it is asked. */
export const allRelativeAnswers: readonly (keyof CheckAnswers)[] = [
	'partnershipIn',
	'dependent',
	'sponsorIsMinor',
	'usedFreeMovement',
];

/** Takes a relation and returns what has to be known about the relative. */
export function relativeAnswers(relation: Relation | undefined): readonly (keyof CheckAnswers)[] {
	return relation ? ofRelatives[relation] : [];
}

/** Takes the answers so far and returns the questions to ask: a paper that settles it ends them. */
export function questionsFor(answers: PartialAnswers): CheckQuestion[] {
	if (answers.paper !== undefined && answers.paper !== 'long') return ['paper'];
	const asksRelative = relativeAnswers(answers.relation).length > 0;
	return checkQuestions.filter((question) => question !== 'relative' || asksRelative);
}

/** Takes the answers so far and returns the first question without an answer, or null. */
export function firstOpenQuestion(answers: PartialAnswers): CheckQuestion | null {
	return (
		questionsFor(answers).find((question) =>
			question === 'relative'
				? relativeAnswers(answers.relation).some((key) => answers[key] === undefined)
				: answers[answersOf[question]] === undefined,
		) ?? null
	);
}

/** Takes the answers and the question just answered and returns the one after it, or null when that was the last. */
export function questionAfter(answers: PartialAnswers, answered: CheckQuestion): CheckQuestion | null {
	const questions = questionsFor(answers);
	return questions[questions.indexOf(answered) + 1] ?? null;
}

/** Takes the answers and returns them whole, or null while a question is open. */
export function wholeAnswers(answers: PartialAnswers): CheckAnswers | null {
	if (firstOpenQuestion(answers) !== null) return null;
	return {
		paper: 'unknown',
		registeredOn: null,
		birthDate: null,
		legalStaySince: null,
		nationalities: [],
		relation: 'unknown',
		partnershipIn: 'unknown',
		dependent: 'unknown',
		sponsorIsMinor: 'unknown',
		usedFreeMovement: 'unknown',
		situations: ['unknown'],
		...answers,
	};
}
