import type { CheckFields } from './checkForm.ts';
import type { CheckQuestion, PartialAnswers } from './checkQuestions.ts';
import type { PartialDate } from './dates.ts';

/** Takes a question and the answers so far and returns its fields as they would have been typed. */
export const checkFieldsOf = (question: CheckQuestion, answers: PartialAnswers): CheckFields => {
	switch (question) {
		case 'paper':
			return said({ paper: answers.paper });
		case 'registered':
			return dateFields('registered', answers.registeredOn);
		case 'birth':
			return dateFields('birth', answers.birthDate);
		case 'stay':
			return dateFields('stay', answers.legalStaySince);
		case 'nationality':
			return { nationality: answers.nationalities ?? [] };
		case 'family':
			return said({ relation: answers.relation });
		case 'relative': {
			const { partnershipIn, dependent, sponsorIsMinor, usedFreeMovement } = answers;
			return said({ partnershipIn, dependent, sponsorIsMinor, usedFreeMovement });
		}
		case 'situation':
			return { situation: answers.situations ?? [] };
	}
};

const said = (fields: Record<string, string | undefined>): CheckFields =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, value === undefined ? [] : [value]]),
	);

const dateFields = (name: string, date: PartialDate | null | undefined): CheckFields => {
	const [year = '', month = '', day = ''] = (date ?? '')
		.split('-')
		.map((part) => part.replace(/^0|^XX$/, ''));
	return { [`${name}-day`]: [day], [`${name}-month`]: [month], [`${name}-year`]: [year] };
};
