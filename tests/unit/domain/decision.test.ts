import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { inventEvent, registerEvent } from '#lib/demonstration/registerEvents.ts';
import { seededRandom } from '#lib/demonstration/random.ts';
import { addDays, possibleDates } from '#lib/domain/dates.ts';
import {
	decide,
	exemptReasons,
	notConcernedReasons,
	outcomes,
	reviewReasons,
	type Decision,
} from '#lib/domain/decision.ts';
import type { Fact, RegisterEvent } from '#lib/domain/registerEvent.ts';
import { currentRules, ruleSource, rulesOf } from '#lib/domain/rules/rules.ts';

type Changes = Parameters<typeof registerEvent>[0];

const decided = (changes: Changes = {}) => decide(registerEvent(changes), currentRules);
const said = (changes: Changes = {}) => {
	const { outcome, reasons } = decided(changes);
	return [outcome, ...reasons].join(' ');
};
const born = (birthDate: string) => ({ person: { birthDate } });
const of = (...nationalities: string[]) => ({ person: { nationalities } });
const titled = (permit: Partial<RegisterEvent['registration']['permit']>) => ({ registration: { permit } });
const family = (changes: Partial<Fact> = {}) => ({
	facts: [
		{
			kind: 'family_of_eu_citizen',
			relation: 'spouse',
			registeredIn: null,
			dependent: false,
			sponsorIsMinor: false,
			...changes,
		} as Fact,
	],
});
const familyOfBelgian = (changes: object = {}) =>
	family({ kind: 'family_of_belgian', usedFreeMovement: true, ...changes } as Partial<Fact>);

describe('obliged', () => {
	it('is who is in the group without anything else', () =>
		expect(decided()).toEqual({
			outcome: 'obliged',
			reasons: [],
			referenceDate: '2026-03-10',
			rules: currentRules.version,
			mayFollowVoluntarily: false,
		} satisfies Decision));

	it.each<[Changes]>([
		[of('XXA')],
		[of('GBR')],
		[born('2008-03-10')],
		[born('1961-03-11')],
		[born('1985-XX-XX')],
		[{ legalStaySince: '2023-03-11' }],
		[{ legalStaySince: '2027-01-01' }],
		[{ legalStaySince: '9999-12-31' }],
		[titled({ validUntil: '2026-06-11' })],
		[titled({ validUntil: null })],
		[titled({ reason: 'asylum' })],
		[{ facts: [{ kind: 'eu_long_term_resident', memberState: 'DNK' }] }],
		[family({ relation: 'registered_partner', registeredIn: 'BEL' })],
		[family({ relation: 'registered_partner' })],
		[family({ relation: 'descendant' })],
		[family({ relation: 'ascendant' })],
		[family({ relation: 'ascendant', dependent: true, sponsorIsMinor: true })],
		[familyOfBelgian({ usedFreeMovement: false })],
	])('%j', (changes) => expect(said(changes)).toBe('obliged'));
});

describe('not concerned', () => {
	it.each<[string, Changes]>([
		['waiting_register', { registration: { register: 'waiting' } }],
		['waiting_register', { registration: { register: 'waiting', first: false } }],
		['waiting_register no_permit', { registration: { register: 'waiting', permit: null } }],
		['not_first_registration', { registration: { first: false } }],
		['not_first_registration', { registration: { register: 'population' } }],
		['no_permit', { registration: { permit: null } }],
		['permit_3_months_or_less', titled({ validUntil: '2026-06-10' })],
		['permit_3_months_or_less', titled({ validFrom: '2025-11-30', validUntil: '2026-02-28' })],
		['permit_3_months_or_less', titled({ validUntil: '2026-03-09' })],
		['under_18', born('2008-03-11')],
		['under_18', born('2030-01-01')],
		['under_18', born('2009-XX-XX')],
		['aged_65_or_over', born('1961-03-10')],
		['aged_65_or_over', born('1960-XX-XX')],
		['aged_65_or_over', born('1961-02-XX')],
		['legal_stay_3_years_or_more', { legalStaySince: '2023-03-10' }],
		[
			'not_first_registration no_permit under_18 legal_stay_3_years_or_more',
			{
				registration: { register: 'population', permit: null },
				legalStaySince: '2001-01-01',
				...born('2010-01-01'),
			},
		],
		['aged_65_or_over', { person: { birthDate: '1950-01-01', nationalities: ['FRA'] } }],
		['waiting_register', { registration: { register: 'waiting' }, ...born('2008-XX-XX') }],
		['no_permit', { registration: { permit: null }, legalStaySince: null, ...of('XXX') }],
	])('%s: %j', (reasons, changes) => expect(said(changes)).toBe(`not_concerned ${reasons}`));

	it('counts someone born on 29 February from 1 March, and 3 years from 29 February to 28 February', () => {
		const on = (firstRegisteredOn: string, legalStaySince: string) =>
			said({ registration: { firstRegisteredOn }, legalStaySince, ...born('2008-02-29') });
		expect(on('2026-02-28', '2025-01-01')).toBe('not_concerned under_18');
		expect(on('2026-03-01', '2025-01-01')).toBe('obliged');
		expect(on('2027-02-28', '2024-02-29')).toBe('not_concerned legal_stay_3_years_or_more');
	});
});

describe('exempt', () => {
	it.each<[string, Changes]>([
		['eu_eea_swiss_national', of('FRA')],
		['eu_eea_swiss_national', of('BEL')],
		['eu_eea_swiss_national', of('MAR', 'NOR')],
		['eu_eea_swiss_national', of('XXX', 'CHE')],
		['eu_eea_swiss_national', of('TUR', 'DEU')],
		['eu_eea_swiss_national', { ...of('HRV'), legalStaySince: null }],
		['uk_withdrawal_agreement', titled({ card: 'M' })],
		['eu_family_member', family()],
		['eu_family_member', family({ relation: 'registered_partner', registeredIn: 'DNK' })],
		['eu_family_member', family({ relation: 'registered_partner', registeredIn: 'GBR' })],
		['eu_family_member', family({ relation: 'descendant', dependent: true })],
		['eu_family_member', { ...family({ relation: 'descendant' }), ...born('2005-03-11') }],
		['eu_family_member', { ...family({ relation: 'descendant' }), ...born('2006-XX-XX') }],
		['eu_family_member', family({ relation: 'ascendant', dependent: true })],
		['belgian_family_free_movement', familyOfBelgian()],
		['temporary_stay', titled({ reason: 'au_pair' })],
		['temporary_stay', titled({ reason: 'working_holiday' })],
		['eu_long_term_resident', { facts: [{ kind: 'eu_long_term_resident', memberState: 'ITA' }] }],
		['temporary_protection', titled({ reason: 'temporary_protection' })],
		['integration_certificate', { facts: [{ kind: 'integration_certificate', issuer: 'BE-VLG' }] }],
		['temporary_protection', { ...titled({ reason: 'temporary_protection' }), legalStaySince: null }],
		[
			'eu_eea_swiss_national uk_withdrawal_agreement temporary_stay',
			{ ...of('IRL'), ...titled({ card: 'M', reason: 'au_pair' }) },
		],
		[
			'eu_family_member integration_certificate',
			{ facts: [...family().facts, { kind: 'integration_certificate', issuer: 'BE-DEG' }] },
		],
		['eu_eea_swiss_national', { person: { nationalities: ['ITA'], birthDate: '2008-XX-XX' } }],
	])('%s: %j', (reasons, changes) => expect(said(changes)).toBe(`exempt ${reasons}`));
});

describe('to be reviewed', () => {
	it.each<[string, Changes]>([
		['birth_date_incomplete', born('2008-XX-XX')],
		['birth_date_incomplete', born('2008-03-XX')],
		['birth_date_incomplete', born('1961-XX-XX')],
		['birth_date_incomplete', { ...family({ relation: 'descendant' }), ...born('2005-XX-XX') }],
		['birth_date_incomplete', { ...familyOfBelgian({ relation: 'descendant' }), ...born('2005-03-XX') }],
		['legal_stay_unknown', { legalStaySince: null }],
		['nationality_unknown', of('XXX')],
		['nationality_unknown', of('XXX', 'SYR')],
		['turkish_national', of('TUR')],
		['nationality_unknown turkish_national', of('TUR', 'XXX')],
		['student', titled({ reason: 'student' })],
		['belgian_diploma', { facts: [{ kind: 'belgian_diploma' }] }],
		[
			'birth_date_incomplete legal_stay_unknown turkish_national student belgian_diploma',
			{
				person: { nationalities: ['TUR'], birthDate: '1961-03-XX' },
				...titled({ reason: 'student' }),
				legalStaySince: null,
				facts: [{ kind: 'belgian_diploma' }],
			},
		],
	])('%s: %j', (reasons, changes) => expect(said(changes)).toBe(`review ${reasons}`));

	it('leaves alone a birth date that settles no rule', () => {
		const belgian = { relation: 'descendant', usedFreeMovement: false };
		expect(said({ ...familyOfBelgian(belgian), ...born('2005-XX-XX') })).toBe('obliged');
		expect(said({ ...family({ relation: 'ascendant' }), ...born('2005-XX-XX') })).toBe('obliged');
	});
});

describe('may follow voluntarily', () => {
	it.each<[boolean | null, Changes]>([
		[false, {}],
		[true, of('FRA')],
		[true, of('TUR')],
		[true, born('1950-01-01')],
		[true, born('1961-XX-XX')],
		[true, { legalStaySince: '2001-01-01' }],
		[true, { registration: { register: 'population', first: false } }],
		[false, { registration: { register: 'waiting' } }],
		[false, { registration: { permit: null } }],
		[false, titled({ validUntil: '2026-06-10' })],
		[false, born('2010-01-01')],
		[false, born('2009-XX-XX')],
		[null, born('2008-XX-XX')],
		[null, { person: { nationalities: ['ITA'], birthDate: '2008-03-XX' } }],
	])('%j: %j', (may, changes) => expect(decided(changes).mayFollowVoluntarily).toBe(may));
});

/** An event with chance in everything that the decision looks at, near its borders. */
const anyEvent = fc
	.record({
		seed: fc.integer(),
		register: fc.constantFrom(
			'foreigners' as const,
			'foreigners' as const,
			'waiting' as const,
			'population' as const,
		),
		first: fc.constantFrom(true, true, false),
		age: fc.constantFrom(17, 18, 20, 21, 40, 64, 65),
		days: fc.integer({ min: -400, max: 400 }),
		hidden: fc.constantFrom(0, 3, 6),
		stay: fc.constantFrom(null, -1096, -1095, -1094, -1000, 0, 30),
		months: fc.constantFrom(null, 89, 90, 91, 92, 93, 365),
		reason: fc.constantFrom(
			null,
			null,
			null,
			'student' as const,
			'au_pair' as const,
			'temporary_protection' as const,
		),
		nationality: fc.constantFrom('SYR', 'SYR', 'SYR', 'FRA', 'TUR', 'XXX', 'XXA'),
		facts: fc.array(
			fc.record({
				kind: fc.constantFrom('family_of_eu_citizen' as const, 'family_of_belgian' as const),
				relation: fc.constantFrom('registered_partner' as const, 'descendant' as const, 'ascendant' as const),
				registeredIn: fc.constantFrom(null, 'BEL', 'SWE'),
				dependent: fc.constantFrom(false, false, true),
				sponsorIsMinor: fc.boolean(),
				usedFreeMovement: fc.boolean(),
			}),
			{ maxLength: 2 },
		),
	})
	.map(({ seed, register, first, age, days, hidden, stay, months, reason, nationality, facts }) => {
		const plain = inventEvent(seededRandom(seed), { outcome: 'obliged' });
		const on = plain.registration.firstRegisteredOn;
		const birth = Temporal.PlainDate.from(on).subtract({ years: age }).add({ days }).toString();
		return registerEvent({
			...plain,
			person: {
				...plain.person,
				nationalities: [nationality],
				birthDate: birth.slice(0, 10 - hidden) + '-XX-XX'.slice(0, hidden),
			},
			registration: {
				register,
				first,
				firstRegisteredOn: on,
				permit: {
					card: 'A',
					reason,
					validFrom: on,
					validUntil: months === null ? null : addDays(on, months),
				},
			},
			legalStaySince: stay === null ? null : addDays(on, stay),
			facts,
		});
	});

/** Every event that an event with an incomplete birth date can stand for. */
function completions(event: RegisterEvent): RegisterEvent[] {
	const { earliest, latest } = possibleDates(event.person.birthDate);
	const days: RegisterEvent[] = [];
	for (let day = earliest; day <= latest; day = addDays(day, 1)) {
		days.push({ ...event, person: { ...event.person, birthDate: day } });
	}
	return days;
}

describe('every decision', { timeout: 180_000 }, () => {
	it('on an incomplete birth date agrees with the decisions on all the dates that it can be', () =>
		fc.assert(
			fc.property(anyEvent, (event) => {
				const partial = decide(event, currentRules);
				const all = completions(event).map((each) => decide(each, currentRules));
				const outcomesOfAll = new Set(all.map((each) => each.outcome));
				const everywhere = (reason: string) =>
					all.every((each) => (each.reasons as string[]).includes(reason));
				if (partial.outcome === 'obliged') expect([...outcomesOfAll]).toEqual(['obliged']);
				if (partial.outcome === 'not_concerned') {
					expect([...outcomesOfAll]).toEqual(['not_concerned']);
					expect(partial.reasons.every(everywhere)).toBe(true);
				}
				if (partial.outcome === 'exempt')
					expect(outcomesOfAll.has('obliged') || outcomesOfAll.has('review')).toBe(false);
				const depends = new Set(all.map((each) => `${each.outcome} ${each.reasons.join(' ')}`)).size > 1;
				if (partial.outcome === 'review') {
					expect((partial.reasons as string[]).includes('birth_date_incomplete')).toBe(depends);
				}
				const may = new Set(all.map((each) => each.mayFollowVoluntarily));
				if (partial.mayFollowVoluntarily !== null && !depends)
					expect(may).toEqual(new Set([partial.mayFollowVoluntarily]));
			}),
			{ numRuns: 300 },
		));

	it('has the reasons of its outcome only, in their order, and the same each time', () =>
		fc.assert(
			fc.property(anyEvent, (event) => {
				const decision = decide(event, currentRules);
				const order: readonly string[] = {
					not_concerned: notConcernedReasons,
					exempt: exemptReasons,
					review: reviewReasons,
					obliged: [],
				}[decision.outcome];
				expect(decision.reasons).toEqual(
					order.filter((each) => (decision.reasons as string[]).includes(each)),
				);
				expect(decision.reasons.length === 0).toBe(decision.outcome === 'obliged');
				expect(decide(structuredClone(event), currentRules)).toEqual(decision);
				if (decision.outcome === 'obliged') expect(decision.mayFollowVoluntarily).toBe(false);
			}),
		));

	it('follows the conditions as the law words them, whatever the dates', () =>
		fc.assert(
			fc.property(anyEvent, (event) => {
				fc.pre(!event.person.birthDate.includes('X'));
				const on = Temporal.PlainDate.from(event.registration.firstRegisteredOn);
				const before = (date: string, other: Temporal.PlainDate) =>
					Temporal.PlainDate.compare(date, other) < 0;
				const reasons: string[] =
					decide(event, currentRules).outcome === 'not_concerned' ? decide(event, currentRules).reasons : [];
				const birthday = event.person.birthDate.endsWith('02-29')
					? addDays(event.person.birthDate, 1)
					: event.person.birthDate;
				expect(reasons.includes('under_18')).toBe(
					!before(birthday, on.subtract({ years: 18 }).add({ days: 1 })),
				);
				if (event.legalStaySince) {
					expect(reasons.includes('legal_stay_3_years_or_more')).toBe(
						Temporal.PlainDate.compare(Temporal.PlainDate.from(event.legalStaySince).add({ years: 3 }), on) <=
							0,
					);
				}
			}),
		));
});

describe('invented events', () => {
	it.each(outcomes)('have the outcome that was wished: %s', (outcome) => {
		for (let seed = 0; seed < 300; seed++) {
			expect(decide(inventEvent(seededRandom(seed), { outcome }), currentRules).outcome).toBe(outcome);
		}
	});

	it.each([...notConcernedReasons, ...exemptReasons, ...reviewReasons])(
		'have the reason that was wished: %s',
		(reason) => {
			for (let seed = 0; seed < 50; seed++) {
				expect(decide(inventEvent(seededRandom(seed), { reason }), currentRules).reasons).toContain(reason);
			}
		},
	);
});

describe('the rules', () => {
	it('are found by their version, and say where each value comes from', () => {
		expect(rulesOf(currentRules.version)).toEqual(currentRules);
		expect(rulesOf('1789')).toBeUndefined();
		expect(ruleSource(currentRules.version, 'fineMaximum')).toMatchObject({ flag: 'C' });
		expect(ruleSource(currentRules.version, 'reviewNationalities')).toMatchObject({ flag: 'U' });
	});

	it('hold the values of the law', () =>
		expect(currentRules).toMatchObject({
			adultAge: 18,
			upperAge: 65,
			legalStayYears: 3,
			titleMonths: 3,
			registerByMonths: 6,
			finishByMonths: 18,
			noticeMonths: 2,
			fineMinimum: 100,
			fineMaximum: 2500,
			descendantAge: 21,
		}));

	it('count 27 states of the Union, three of the EEA and Switzerland', () => {
		expect(new Set(currentRules.exemptNationalities).size).toBe(31);
		expect(currentRules.longTermResidentStates).toHaveLength(14);
		expect(currentRules.partnershipStates).toHaveLength(7);
	});
});
