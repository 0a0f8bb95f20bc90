import fc from 'fast-check';
import { expect, test } from 'vitest';
import { course, session } from '#lib/demonstration/offer.ts';
import { communeAt, postcodeIn, postcodesNamed } from '#lib/domain/communes.ts';
import { fits, wishesOf, withNeeds, withoutWish } from '#lib/domain/offerSearch.ts';
import type { OfferSearch } from '#lib/domain/offerSearch.ts';
import { offerSearchQuery, readOfferSearch } from '#lib/server/forms/offerSearch.ts';

const read = (query: string) => readOfferSearch(new URLSearchParams(query));
const found = {
	session: session({
		...{ weekdays: [1, 4], place: 'Rue Kessels 14, 1030 Schaerbeek', spokenLanguages: ['ar', 'fr'] },
		...{ childcare: true, stepFree: null, teacherGender: 'female' },
	}),
	course: course({ kind: 'language_course', courseLanguage: 'nl', level: 'A1.1', office: 'VIA' }),
	bookable: 0,
};

test.each([
	['', true],
	['kind=language_course', true],
	['kind=citizenship', false],
	['spoken=ar', true],
	['spoken=ti', false],
	['taught=nl', true],
	['taught=fr', false],
	['level=A1.1', true],
	['level=A2', false],
	['place=1030', true],
	['place=21015', true],
	['place=schaarbeek', true],
	['place=1000', false],
	['place=Bruxelles', false],
	['office=VIA', true],
	['office=BON', false],
	['dayPart=morning', true],
	['dayPart=evening', false],
	['day=1&day=4', true],
	['day=1&day=4&day=5', true],
	// Somebody who can come on Mondays only cannot follow a course of Mondays and Thursdays.
	['day=1', false],
	['childcare=yes', true],
	// Not known to be without steps.
	['stepFree=yes', false],
	['femaleTeacher=yes', true],
	['free=yes', false],
])('"%s" finds it: %s', (query, expected) => {
	expect(fits(read(query), found)).toBe(expected);
});

test('what makes no sense does not narrow', () => {
	for (const query of [
		'kind=cooking&dayPart=noon&place=Paris&day=8&day=x&free=no&childcare=1',
		'spoken=<b>&taught=x',
		'spoken=abcd&taught=ar-u-nu-latn',
		'kind=&spoken=&place=&level=&office=&taught=',
		`spoken=${'x'.repeat(81)}&place=${'1'.repeat(5000)}`,
		'day=1&day=2&day=3&day=4&day=5&day=6&day=7',
	])
		expect(wishesOf(read(query)), query).toEqual([]);
});

const searches: fc.Arbitrary<OfferSearch> = fc.record(
	{
		kind: fc.constantFrom('citizenship' as const, 'social_assessment' as const),
		spoken: fc.constantFrom('ar', 'zh-Hant', 'xx'),
		place: fc.constantFrom(['1030'], ['1000', '1020', '1120', '1130', '1040', '1050'], ['1050']),
		dayPart: fc.constantFrom('morning' as const, 'weekend' as const),
		days: fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 }),
		courseLanguage: fc.constantFrom('fr', 'nl'),
		level: fc.constantFrom('A1.1', 'literacy'),
		office: fc.constantFrom('bapa-bxl', 'a&b=c'),
		childcare: fc.constant(true),
		stepFree: fc.constant(true),
		femaleTeacher: fc.constant(true),
		freeOnly: fc.constant(true),
	},
	{ requiredKeys: [] },
);

test('every search has an address that is read as the same search', () => {
	fc.assert(
		fc.property(searches, (search) => {
			const again = readOfferSearch(new URL(offerSearchQuery(search), 'https://halte.example').searchParams);
			expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(search)));
		}),
	);
});

test('without one of its wishes a search finds at least as much', () => {
	fc.assert(
		fc.property(searches, (search) => {
			for (const wish of wishesOf(search)) {
				const less = withoutWish(search, wish);
				expect(wishesOf(less)).toEqual(wishesOf(search).filter((each) => each !== wish));
				if (fits(search, found)) expect(fits(less, found)).toBe(true);
			}
		}),
	);
});

test('needs narrow a search to what a session can say of itself', () => {
	const codes = ['interpreter', 'childcare', 'female_teacher', 'step_free', 'sign_language'] as const;
	expect(withNeeds({ kind: 'citizenship' }, { codes: [...codes] })).toEqual({
		...{ kind: 'citizenship', childcare: true, femaleTeacher: true, stepFree: true },
	});
	expect(withNeeds({ freeOnly: true }, { codes: [] })).toEqual({ freeOnly: true });
});

test('postcodes are read out of an address, and communes by any of their names', () => {
	expect(postcodeIn('Boulevard Léopold II 1700, 1080 Molenbeek-Saint-Jean')).toBe('1080');
	expect(postcodeIn('Rue Haute 12')).toBe(null);
	expect(postcodeIn('Chaussée 10300')).toBe(null);
	expect(postcodesNamed('saint gilles')).toEqual(['1060']);
	expect(postcodesNamed('Sint-Jans-Molenbeek')).toEqual(['1080']);
	expect(postcodesNamed('1000')).toEqual(['1000']);
	expect(postcodesNamed('Namur')).toEqual([]);
	expect(communeAt('1050')?.fr).toBe('Ixelles');
	expect(communeAt('1020')?.fr).toBe('Bruxelles');
});
