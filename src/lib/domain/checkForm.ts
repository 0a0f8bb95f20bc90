import { papers, relations, situations, type CheckAnswers, type YesNoUnknown } from './checkAnswers.ts';
import { relativeAnswers, type CheckQuestion, type PartialAnswers } from './checkQuestions.ts';
import { compareDates, possibleDates, type CalendarDate, type PartialDate } from './dates.ts';
import { currentRules } from './rules/rules.ts';
import { faultOfDate, readTypedDate, type DateFault } from './typedDate.ts';

/** What is to be put right in one field. */
export type CheckFault = {
	field: string;
	reason:
		| 'choose'
		| 'date_empty'
		| `date_${DateFault}`
		| 'date_future'
		| 'dates_disagree'
		| 'stay_after_registration'
		| 'nationality'
		| 'none_with_others';
};

/** The fields of a question as posted, each with all its values. */
export type CheckFields = Record<string, string[]>;

/** What an answer is held against: the day in Brussels, and the nationalities that can be chosen. */
export type CheckGround = { today: CalendarDate; isNationality: (code: string) => boolean };

type Read = { ok: true; value: PartialAnswers } | { ok: false; faults: CheckFault[] };

const ok = (value: PartialAnswers): Read => ({ ok: true, value });
const fault = (field: string, reason: CheckFault['reason']): Read => ({
	ok: false,
	faults: [{ field, reason }],
});

const yesNoUnknown: readonly YesNoUnknown[] = ['yes', 'no', 'unknown'];

/** How many nationalities one person can give. */
export const mostNationalities = 4;

/** Takes a question, its fields as posted, what was answered before, and what it is held against; returns the answers, or what is to be put right. */
export const readCheckForm = (
	question: CheckQuestion,
	fields: CheckFields,
	before: PartialAnswers,
	{ today, isNationality }: CheckGround,
): Read => {
	const first = (name: string) => fields[name]?.[0] ?? '';
	const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
		values.find((value) => value === first(name));
	switch (question) {
		case 'paper': {
			const paper = oneOf('paper', papers);
			return paper ? ok({ paper }) : fault('paper', 'choose');
		}
		case 'registered':
			return readDate('registered', fields, today, before, (registeredOn) => ({ registeredOn }));
		case 'birth':
			return readDate('birth', fields, today, before, (birthDate) => ({ birthDate }));
		case 'stay':
			return readDate('stay', fields, today, before, (legalStaySince) => ({ legalStaySince }));
		case 'nationality': {
			const chosen = (fields['nationality'] ?? []).filter((code) => code !== '');
			const nationalities = [...new Set(chosen)];
			const isRight = nationalities.length > 0 && nationalities.every(isNationality);
			return isRight
				? ok({ nationalities: nationalities.slice(0, mostNationalities) })
				: fault('nationality', 'nationality');
		}
		case 'family': {
			const relation = oneOf('relation', relations);
			if (!relation) return fault('relation', 'choose');
			// What was said of one relative does not hold for another.
			const fresh = relation === before.relation ? {} : forgottenRelative;
			return ok({ relation, ...fresh });
		}
		case 'relative':
			return readRelative(fields, before);
		case 'situation': {
			const chosen = situations.filter((each) => fields['situation']?.includes(each));
			if (chosen.length === 0) return fault('situation', 'choose');
			return chosen.includes('none') && chosen.length > 1
				? fault('situation', 'none_with_others')
				: ok({ situations: chosen });
		}
	}
};

const forgottenRelative = {
	partnershipIn: undefined,
	dependent: undefined,
	sponsorIsMinor: undefined,
	usedFreeMovement: undefined,
} satisfies PartialAnswers;

const readDate = (
	name: string,
	fields: CheckFields,
	today: CalendarDate,
	before: PartialAnswers,
	answer: (date: PartialDate | null) => PartialAnswers,
): Read => {
	if (fields['unknown']) return ok(answer(null));
	const part = (which: string) => fields[`${name}-${which}`]?.[0] ?? '';
	const typed = { day: part('day'), month: part('month'), year: part('year') };
	// A day without its year is no wrong date yet: the year is asked for.
	if (typed.year.trim() === '') return fault(name, 'date_empty');
	const date = readTypedDate(typed);
	if (!date) return fault(name, `date_${faultOfDate(typed)}`);
	if (compareDates(possibleDates(date).earliest, today) > 0) return fault(name, 'date_future');
	const value = answer(date);
	const all = { ...before, ...value };
	if (bornTooLate(all)) return fault(name, 'dates_disagree');
	return name !== 'birth' && staysTooLate(all) ? fault(name, 'stay_after_registration') : ok(value);
};

/** Whether the person would be born after something that happened to them, whatever the unknown parts. */
const bornTooLate = ({ birthDate, registeredOn, legalStaySince }: PartialAnswers): boolean =>
	Boolean(birthDate) &&
	[registeredOn, legalStaySince].some(
		(date) => date && compareDates(possibleDates(date).latest, possibleDates(birthDate ?? '').earliest) < 0,
	);

/** Whether the right to stay would begin after the registration with a title, which gives one, whatever the unknown parts. */
const staysTooLate = ({ registeredOn, legalStaySince }: PartialAnswers): boolean =>
	Boolean(registeredOn && legalStaySince) &&
	compareDates(possibleDates(registeredOn ?? '').latest, possibleDates(legalStaySince ?? '').earliest) < 0;

const readRelative = (fields: CheckFields, { relation }: PartialAnswers): Read => {
	const faults: CheckFault[] = [];
	const value: PartialAnswers = {};
	for (const name of relativeAnswers(relation)) {
		const given = fields[name]?.[0] ?? '';
		if (name === 'partnershipIn') {
			const states: string[] = [...currentRules.partnershipStates, 'elsewhere', 'unknown'];
			if (states.includes(given)) value.partnershipIn = given;
			else faults.push({ field: name, reason: 'choose' });
		} else {
			const known = yesNoUnknown.find((each) => each === given);
			if (known)
				Object.assign(value, { [name]: known } satisfies Partial<Record<keyof CheckAnswers, YesNoUnknown>>);
			else faults.push({ field: name, reason: 'choose' });
		}
	}
	return faults.length > 0 ? { ok: false, faults } : ok(value);
};
