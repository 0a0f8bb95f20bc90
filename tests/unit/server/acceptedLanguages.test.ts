import { expect, test } from 'vitest';
import { chooseLanguage } from '#lib/domain/languages.ts';
import { acceptedLanguages } from '#lib/server/http/acceptedLanguages.ts';

test.each([
	['ar', ['ar']],
	['ar-MA,ar;q=0.9, fr;q=0.5', ['ar-MA', 'ar', 'fr']],
	['en;q=0.3, ti;q=0.8, nl', ['nl', 'ti', 'en']],
	['so, uk;q=0.0, ru;q=0.2, *;q=0.1', ['so', 'ru']],
	['fa; q=0.4,ps ; Q=0.5', ['ps', 'fa']],
	['ar;q=x, en;q=9, tr;q=0.1', ['tr']],
	['*', []],
	[',,;q=1', []],
	['', []],
	[null, []],
])('%s names %j', (header, tags) => expect(acceptedLanguages(header)).toEqual(tags));

test.each([
	['de-BE,de;q=0.9', 'fr'],
	['so,ar-SY;q=0.7,en;q=0.3', 'ar'],
	['prs', 'fa'],
	['PT-br', 'pt'],
])('%s is answered in %s', (header, language) =>
	expect(chooseLanguage(acceptedLanguages(header), 'fr')).toBe(language),
);

test('a header of any length is read as far as a browser would write it', () =>
	expect(acceptedLanguages('xx,'.repeat(100_000) + 'nl')).toHaveLength(50));
