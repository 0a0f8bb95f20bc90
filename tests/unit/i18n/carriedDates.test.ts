import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import { momentInBrussels } from '#lib/domain/momentInBrussels.ts';
import { languages } from '#lib/domain/languages.ts';
import { carriedBirthDate, carriedDate, carryDates } from '#lib/i18n/carriedDates.ts';
import { birthDateInWords, partialDateInWords } from '#lib/i18n/dateInWords.ts';

const anyDate = fc
	.date({ min: new Date('1920-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const anyPartialDate = fc
	.tuple(anyDate, fc.constantFrom(10, 7, 4))
	.map(([date, known]) => date.slice(0, known) + '-XX-XX'.slice(known === 7 ? 3 : 0, known === 10 ? 0 : 6));

it.each(languages)('what a page carries says every date in %s as the server says it', (language) => {
	const words = carryDates(language);
	fc.assert(
		fc.property(anyPartialDate, (date) => {
			expect(carriedDate(date, words)).toBe(partialDateInWords(date, language));
			expect(carriedBirthDate(date, words)).toBe(birthDateInWords(date, language));
		}),
	);
	for (const first of ['2026-12-01', '2026-05-01', '2026-11-21'])
		expect(carriedDate(first, words)).toBe(partialDateInWords(first, language));
});

test('the clock of a browser shows in Brussels what the server shows, also when clocks change', () => {
	for (const instant of ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:59Z'])
		expect(momentInBrussels(new Date(instant))).toEqual(brusselsClock(new Date(instant)));
	fc.assert(
		fc.property(
			fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
			(instant) => {
				expect(momentInBrussels(instant)).toEqual(brusselsClock(instant));
			},
		),
	);
});
