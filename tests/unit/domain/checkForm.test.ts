import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestions, type PartialAnswers } from '#lib/domain/checkQuestions.ts';
import { checkFieldsOf } from '#lib/domain/checkFields.ts';
import { readCheckForm } from '#lib/domain/checkForm.ts';
import { isNationalityChoice } from '#lib/i18n/countryNames.ts';

const today = '2026-07-10';
type Fields = Record<string, string[]>;
const read = (question: (typeof checkQuestions)[number], fields: Fields, before: PartialAnswers = {}) =>
	readCheckForm(question, fields, before, { today, isNationality: isNationalityChoice });
const date = (name: string, day: string, month: string, year: string): Fields => ({
	[`${name}-day`]: [day],
	[`${name}-month`]: [month],
	[`${name}-year`]: [year],
});
const fault = (field: string, reason: string) => ({ ok: false, faults: [{ field, reason }] });

describe('the form of the check', () => {
	it('reads dates with unknown parts, in digits of any script, or none at all', () => {
		expect(read('birth', date('birth', '30', '7', '1985'))).toEqual({
			ok: true,
			value: { birthDate: '1985-07-30' },
		});
		expect(read('registered', date('registered', '', '', '٢٠٢٦'))).toEqual({
			ok: true,
			value: { registeredOn: '2026-XX-XX' },
		});
		expect(read('stay', { ...date('stay', '', '', ''), unknown: ['yes'] })).toEqual({
			ok: true,
			value: { legalStaySince: null },
		});
	});

	it('says what is to be put right', () => {
		expect(read('birth', {})).toEqual(fault('birth', 'date_empty'));
		expect(read('birth', date('birth', '31', '2', '1985'))).toEqual(fault('birth', 'date_unreal'));
		expect(read('stay', date('stay', '', '', '26'))).toEqual(fault('stay', 'date_year_digits'));
		expect(read('stay', date('stay', '', '', '2126'))).toEqual(fault('stay', 'date_year_far'));
		expect(read('stay', date('stay', '1', 'mei', '2026'))).toEqual(fault('stay', 'date_not_digits'));
		expect(read('birth', date('birth', '30', '', '1985'))).toEqual(fault('birth', 'date_month_missing'));
		expect(read('registered', date('registered', '11', '7', '2026'))).toEqual(
			fault('registered', 'date_future'),
		);
		expect(read('registered', date('registered', '', '', '2026'))).toMatchObject({ ok: true });
		expect(read('birth', date('birth', '1', '1', '2026'), { registeredOn: '2025-12-31' })).toEqual(
			fault('birth', 'dates_disagree'),
		);
		expect(read('stay', date('stay', '', '', '1984'), { birthDate: '1985-07-30' })).toEqual(
			fault('stay', 'dates_disagree'),
		);
		expect(read('birth', date('birth', '14', '3', ' '))).toEqual(fault('birth', 'date_empty'));
		expect(read('stay', date('stay', '1', '5', '2026'), { registeredOn: '2026-03-10' })).toEqual(
			fault('stay', 'stay_after_registration'),
		);
		expect(read('registered', date('registered', '', '', '2025'), { legalStaySince: '2026-XX-XX' })).toEqual(
			fault('registered', 'stay_after_registration'),
		);
		expect(read('stay', date('stay', '', '', '2026'), { registeredOn: '2026-03-10' })).toMatchObject({
			ok: true,
		});
		expect(read('paper', { paper: ['mine'] })).toEqual(fault('paper', 'choose'));
		expect(read('nationality', { nationality: ['', ''] })).toEqual(fault('nationality', 'nationality'));
		expect(read('nationality', { nationality: ['SYR', 'Moon'] })).toEqual(
			fault('nationality', 'nationality'),
		);
		expect(read('situation', { situation: ['none', 'student'] })).toEqual(
			fault('situation', 'none_with_others'),
		);
		expect(read('relative', { dependent: ['yes'] }, { relation: 'ascendant' })).toEqual(
			fault('sponsorIsMinor', 'choose'),
		);
	});

	it('takes several nationalities, each once', () =>
		expect(read('nationality', { nationality: ['SYR', '', 'TUR', 'SYR'] })).toEqual({
			ok: true,
			value: { nationalities: ['SYR', 'TUR'] },
		}));

	it('forgets what was said of another relative', () => {
		const before: PartialAnswers = { relation: 'ascendant', dependent: 'yes' };
		expect(read('family', { relation: ['descendant'] }, before)).toEqual({
			ok: true,
			value: expect.objectContaining({ relation: 'descendant', dependent: undefined }) as PartialAnswers,
		});
		expect(read('family', { relation: ['ascendant'] }, before)).toEqual({
			ok: true,
			value: { relation: 'ascendant' },
		});
	});

	it.each<[(typeof checkQuestions)[number], PartialAnswers]>([
		['paper', { paper: 'long' }],
		['registered', { registeredOn: '2026-03-XX' }],
		['birth', { birthDate: '1985-07-30' }],
		['stay', { legalStaySince: '2025-XX-XX' }],
		['nationality', { nationalities: ['SYR', 'XXA'] }],
		['family', { relation: 'ascendant' }],
		['relative', { dependent: 'yes', sponsorIsMinor: 'no' }],
		['situation', { situations: ['student', 'unknown'] }],
	])('shows the answer to %s again as it was given', (question, value) =>
		expect(read(question, checkFieldsOf(question, value), { relation: 'ascendant', ...value })).toMatchObject(
			{
				ok: true,
				value,
			},
		),
	);

	it('answers anything that is posted', () =>
		fc.assert(
			fc.property(
				fc.constantFrom(...checkQuestions),
				fc.dictionary(
					fc.constantFrom(
						...['paper', 'birth-day', 'birth-month', 'birth-year', 'stay-year', 'nationality'],
						...['relation', 'dependent', 'partnershipIn', 'situation', 'unknown'],
					),
					fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
				),
				(question, fields) => {
					const answer = read(question, fields, { relation: 'ascendant', birthDate: null });
					expect(answer.ok || answer.faults.length > 0).toBe(true);
				},
			),
		));
});
