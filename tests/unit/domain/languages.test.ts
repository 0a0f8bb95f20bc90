import { describe, expect, it } from 'vitest';
import { communeOf, communes } from '#lib/domain/communes.ts';
import { chooseLanguage, languages } from '#lib/domain/languages.ts';

describe('chooseLanguage', () => {
	it.each([
		[['ar'], 'ar'],
		[['so', 'en'], 'en'],
		[['so', 'am'], 'fr'],
		[[], 'fr'],
		[['pt-BR'], 'pt'],
		[['TI'], 'ti'],
		[['prs', 'en'], 'fa'],
		[['', 'nl'], 'nl'],
	])('%j: %s', (spoken, chosen) => expect(chooseLanguage(spoken, 'fr')).toBe(chosen));

	it('falls back to the language of the letter', () => expect(chooseLanguage(['so'], 'nl')).toBe('nl'));

	it('offers twelve languages in a fixed order', () =>
		expect(languages.join()).toBe('fr,nl,en,ar,fa,ps,tr,es,pt,ru,uk,ti'));
});

describe('communes', () => {
	it('are the 19, each with its own code, both names and a postcode', () => {
		expect(communes.map((each) => each.nis)).toEqual(
			Array.from({ length: 19 }, (_, index) => String(21001 + index)),
		);
		expect(communes.every((each) => each.fr && each.nl && each.postcodes.length > 0)).toBe(true);
	});

	it('are found by code only', () => {
		expect(communeOf('21015')?.fr).toBe('Schaerbeek');
		expect(communeOf('21020')).toBeUndefined();
		expect(communeOf('')).toBeUndefined();
	});
});
