import { describe, expect, it } from 'vitest';
import { isNationality } from '#lib/domain/countries.ts';
import { languages } from '#lib/domain/languages.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { countriesIn, countryName, isNationalityChoice } from '#lib/i18n/countryNames.ts';

describe('the countries to choose from', () => {
	it.each(languages)('each have one name of their own in %s, in the order of its alphabet', (language) => {
		const countries = countriesIn(language);
		expect(countries.length).toBeGreaterThan(195);
		expect(new Set(countries.map(({ name }) => name)).size).toBe(countries.length);
		expect(countries.filter(({ name }) => /^[A-Z]{2,3}$/.test(name))).toEqual([]);
		const sorted = [...countries].sort((a, b) => new Intl.Collator(language).compare(a.name, b.name));
		expect(countries).toEqual(sorted);
	});

	it('are named as their neighbours name them', () => {
		expect(countryName('SYR', 'fr')).toBe('Syrie');
		expect(countryName('ERI', 'ti')).toBe('ኤርትራ');
		expect(countryName('SYR', 'ar')).toBe('سوريا');
		expect(countryName('XKX', 'nl')).toBe('Kosovo');
	});

	it('are all nationalities of the register, and hold all that the rules name', () => {
		const codes = countriesIn('fr').map(({ code }) => code);
		expect(codes.filter((code) => !isNationality(code))).toEqual([]);
		const named = [
			...currentRules.exemptNationalities,
			...currentRules.reviewNationalities,
			...currentRules.partnershipStates,
		];
		expect(named.filter((code) => !codes.includes(code))).toEqual([]);
	});

	it('come with stateless and unknown, and with nothing else', () => {
		expect(['XXA', 'XXX', 'SYR'].every(isNationalityChoice)).toBe(true);
		expect(['', 'ABC', 'GLP', 'syr', 'XK'].some(isNationalityChoice)).toBe(false);
	});
});
