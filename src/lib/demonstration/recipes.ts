import { addDays, addMonths, addYears } from '../domain/dates.ts';
import type { DecisionReason, Outcome } from '../domain/decision.ts';
import type { Fact, Permit, RegisterEvent } from '../domain/registerEvent.ts';
import { between, pick, type Random } from './random.ts';

/** Takes the event of an obliged person and returns it changed so that one reason of a decision applies. */
type Recipe = (event: RegisterEvent, random: Random) => RegisterEvent;

/** How to make an event to which a reason applies, and in most cases only that one. */
export const recipes: Readonly<Record<DecisionReason, Recipe>> = {
	waiting_register: (event) => registered(event, { register: 'waiting' }),
	not_first_registration: (event) => registered(event, { first: false }),
	no_permit: (event) => registered(event, { permit: null }),
	permit_3_months_or_less: (event) =>
		permitted(event, { validUntil: addMonths(event.registration.firstRegisteredOn, 3) }),
	under_18: (event, random) => born(event, random, 1, 17),
	aged_65_or_over: (event, random) => born(event, random, 65, 84),
	legal_stay_3_years_or_more: (event, random) => ({
		...event,
		legalStaySince: addYears(event.registration.firstRegisteredOn, -between(random, 3, 12)),
	}),
	eu_eea_swiss_national: (event) => permitted(event, { card: 'EU' }),
	uk_withdrawal_agreement: (event) => permitted(withNationality(event, 'GBR'), { card: 'M' }),
	eu_family_member: (event) =>
		permitted(withFact(event, { kind: 'family_of_eu_citizen', ...spouse }), { card: 'F' }),
	belgian_family_free_movement: (event) =>
		permitted(withFact(event, { kind: 'family_of_belgian', ...spouse, usedFreeMovement: true }), {
			card: 'F',
		}),
	temporary_stay: (event, random) =>
		permitted(event, { reason: pick(random, ['au_pair', 'working_holiday'] as const) }),
	eu_long_term_resident: (event, random) =>
		withFact(event, { kind: 'eu_long_term_resident', memberState: pick(random, ['ITA', 'FRA', 'PRT']) }),
	temporary_protection: (event) => permitted(event, { reason: 'temporary_protection' }),
	integration_certificate: (event) => withFact(event, { kind: 'integration_certificate', issuer: 'BE-VLG' }),
	birth_date_incomplete: (event) => ({
		...event,
		person: {
			...event.person,
			birthDate: `${Number(event.registration.firstRegisteredOn.slice(0, 4)) - 18}-XX-XX`,
		},
	}),
	legal_stay_unknown: (event) => ({ ...event, legalStaySince: null }),
	nationality_unknown: (event) => withNationality(event, 'XXX'),
	turkish_national: (event) => withNationality(event, 'TUR'),
	student: (event) => permitted(event, { reason: 'student' }),
	belgian_diploma: (event) => withFact(event, { kind: 'belgian_diploma' }),
};

/** Takes a source of chance and returns an outcome, about as often as it is found in a real register file. */
export function usualOutcome(random: Random): Outcome {
	const part = random();
	if (part < 0.13) return 'obliged';
	if (part < 0.2) return 'review';
	return part < 0.62 ? 'exempt' : 'not_concerned';
}

/** Takes an outcome and returns a reason for it, the common ones more often, or null for obliged. */
export function reasonFor(random: Random, outcome: Outcome): DecisionReason | null {
	return outcome === 'obliged' ? null : pick(random, usualReasons[outcome]);
}

const usualReasons: Readonly<Record<Exclude<Outcome, 'obliged'>, readonly DecisionReason[]>> = {
	not_concerned: [
		...(['waiting_register', 'waiting_register', 'not_first_registration', 'no_permit'] as const),
		...(['permit_3_months_or_less', 'under_18', 'under_18', 'aged_65_or_over'] as const),
		...(['legal_stay_3_years_or_more', 'legal_stay_3_years_or_more'] as const),
	],
	exempt: [
		...Array<'eu_eea_swiss_national'>(14).fill('eu_eea_swiss_national'),
		...(['uk_withdrawal_agreement', 'eu_family_member', 'belgian_family_free_movement'] as const),
		...(['temporary_stay', 'eu_long_term_resident', 'temporary_protection'] as const),
		...(['temporary_protection', 'integration_certificate'] as const),
	],
	review: [
		...([
			'birth_date_incomplete',
			'legal_stay_unknown',
			'legal_stay_unknown',
			'nationality_unknown',
		] as const),
		...(['turkish_national', 'turkish_national', 'student', 'student', 'belgian_diploma'] as const),
	],
};

const spouse = { relation: 'spouse', registeredIn: null, dependent: false, sponsorIsMinor: false } as const;

function registered(event: RegisterEvent, changes: Partial<RegisterEvent['registration']>): RegisterEvent {
	return { ...event, registration: { ...event.registration, ...changes } };
}

function permitted(event: RegisterEvent, changes: Partial<Permit>): RegisterEvent {
	const { permit } = event.registration;
	return permit ? registered(event, { permit: { ...permit, ...changes } }) : event;
}

function withFact(event: RegisterEvent, fact: Fact): RegisterEvent {
	return { ...event, facts: [...event.facts, fact] };
}

function withNationality(event: RegisterEvent, nationality: string): RegisterEvent {
	return { ...event, person: { ...event.person, nationalities: [nationality] } };
}

function born(event: RegisterEvent, random: Random, youngest: number, oldest: number): RegisterEvent {
	const birthday = addYears(event.registration.firstRegisteredOn, -between(random, youngest, oldest));
	return { ...event, person: { ...event.person, birthDate: addDays(birthday, -between(random, 0, 300)) } };
}
