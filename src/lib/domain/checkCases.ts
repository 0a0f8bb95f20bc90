import type { CheckAnswers, Situation } from './checkAnswers.ts';
import { possibleDates, type CalendarDate, type PartialDate } from './dates.ts';
import type { Fact, Permit, RegisterEvent } from './registerEvent.ts';

/**
 * Takes the answers and their two dates and returns the events that they can stand for: the first and the last
 * possible day of each date. Every single rule holds on a stretch of days without gaps, so what holds at both ends of
 * an incomplete date holds in between.
 */
export function casesOf(
	answers: CheckAnswers,
	registeredOn: PartialDate,
	birthDate: PartialDate,
): RegisterEvent[] {
	const staySince = answers.legalStaySince === null ? [null] : endsOf(answers.legalStaySince);
	return endsOf(registeredOn).flatMap((on) =>
		staySince.map((since) => eventOf(answers, birthDate, on, since)),
	);
}

function endsOf(date: PartialDate): CalendarDate[] {
	const { earliest, latest } = possibleDates(date);
	return earliest === latest ? [earliest] : [earliest, latest];
}

function eventOf(
	answers: CheckAnswers,
	birthDate: PartialDate,
	on: CalendarDate,
	legalStaySince: CalendarDate | null,
): RegisterEvent {
	return {
		eventId: 'check',
		recordedOn: on,
		commune: '21004',
		person: {
			nationalNumber: null,
			familyName: null,
			givenNames: null,
			birthDate,
			sex: null,
			nationalities: answers.nationalities,
			languages: [],
			address: null,
		},
		registration: {
			register: 'foreigners',
			first: true,
			firstRegisteredOn: on,
			permit: permitOf(answers.situations, on),
		},
		legalStaySince,
		facts: factsOf(answers),
	};
}

function permitOf(chosen: readonly Situation[], validFrom: CalendarDate): Permit {
	const reason = (['temporary_protection', 'temporary_stay', 'student'] as const).find((each) =>
		chosen.includes(each),
	);
	return {
		card: chosen.includes('withdrawal_agreement') ? 'M' : 'other',
		reason: reason === 'temporary_stay' ? 'au_pair' : (reason ?? null),
		validFrom,
		validUntil: null,
	};
}

function factsOf(answers: CheckAnswers): Fact[] {
	const { relation, situations: chosen } = answers;
	const facts: Fact[] = [];
	if (relation !== 'none' && relation !== 'unknown' && relation !== 'belgian')
		facts.push({
			kind: 'family_of_eu_citizen',
			relation,
			registeredIn: answers.partnershipIn,
			dependent: answers.dependent === 'yes',
			sponsorIsMinor: answers.sponsorIsMinor !== 'no',
		});
	if (chosen.includes('integration_certificate'))
		facts.push({ kind: 'integration_certificate', issuer: 'check' });
	if (chosen.includes('belgian_diploma')) facts.push({ kind: 'belgian_diploma' });
	return facts;
}
