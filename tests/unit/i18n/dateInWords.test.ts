import { expect, it } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { birthDateInDigits, dateInWords, dayInWords } from '#lib/i18n/dateInWords.ts';

it.each([
	['fr', 'vendredi 10 juillet 2026'],
	['nl', 'vrijdag 10 juli 2026'],
	['en', 'Friday, 10 July 2026'],
	['ru', 'пятница, 10 июля 2026'],
	['uk', 'пʼятниця, 10 липня 2026'],
	['ar', 'الجمعة، 10 يوليو 2026'],
	['ti', 'ዓርቢ፣ 10 ሓምለ 2026'],
] as const)('says a date in %s with weekday and month in words', (language, words) =>
	expect(dateInWords('2026-07-10', language)).toBe(words),
);

it('says the first of a month in French as people say it', () => {
	expect(dateInWords('2026-12-01', 'fr')).toBe('mardi 1er décembre 2026');
	expect(dayInWords('2026-12-01', 'fr')).toBe('mardi 1er décembre');
	expect(dateInWords('2026-12-11', 'fr')).toBe('vendredi 11 décembre 2026');
	expect(dateInWords('2026-12-01', 'nl')).toBe('dinsdag 1 december 2026');
});

it('says a date of birth in digits as the form asks for it, without what is unknown', () => {
	expect(['1993-02-20', '1985-07-XX', '1985-XX-XX'].map(birthDateInDigits)).toEqual([
		'20 02 1993',
		'07 1985',
		'1985',
	]);
});

it.each(languages)('keeps the year and the digits of Belgian papers in %s', (language) => {
	const words = dateInWords('2026-07-10', language);
	expect(words).toContain('2026');
	expect(words).toMatch(/\b10\b/);
});
