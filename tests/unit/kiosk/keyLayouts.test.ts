import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { catalogues } from '../../support/catalogue.ts';
import { formsOf, layouts, letters } from '../../../src/kiosk/keyLayouts.ts';

/** So many keys of 60 px, their gaps and the edges fit beside each other on the smallest screen that gets keys. */
const mostInARow = 14;

const signs = layouts.signs.rows.join('');

describe.each(languages)('the keys of %s', (language) => {
	const own = letters[language].rows.join('');
	const written = new Set([...own].flatMap((letter) => [letter, ...formsOf(letter)]));
	for (const letter of [...written]) written.add(letter.toLocaleUpperCase(language));

	it('write every letter that the texts of Halte have in this language', () => {
		const texts = [...(catalogues.get(language)?.values() ?? [])]
			.flatMap(({ variants }) => variants.map(({ text }) => text))
			.join('')
			.normalize('NFC')
			.replaceAll(/\{\w+\}/g, '');
		const script = {
			fa: 'Arabic',
			ar: 'Arabic',
			ps: 'Arabic',
			ti: 'Ethiopic',
			ru: 'Cyrillic',
			uk: 'Cyrillic',
		};
		const own = new RegExp(`\\p{Script=${script[language as keyof typeof script] ?? 'Latin'}}`, 'u');
		const all = new Set([...texts].filter((letter) => /\p{L}/u.test(letter) && own.test(letter)));
		expect([...all].filter((letter) => !written.has(letter))).toEqual([]);
	});

	it('have each letter once, in rows that fit', () => {
		expect([...own].filter((letter, index) => own.indexOf(letter) !== index)).toEqual([]);
		for (const row of letters[language].rows) expect([...row].length).toBeLessThanOrEqual(mostInARow);
	});
});

it('a sign that sentences and mailboxes need has its key', () => {
	for (const sign of '1234567890.,:;?!-_\'"@&/+=()') expect(signs).toContain(sign);
	for (const sign of '@.-_') expect(layouts.mail.rows.join('')).toContain(sign);
});

it('every form of a consonant comes with its key, and nothing but letters', () => {
	expect(formsOf('ሰ')).toEqual(['ሰ', 'ሱ', 'ሲ', 'ሳ', 'ሴ', 'ስ', 'ሶ', 'ሷ']);
	expect(formsOf('ኰ')).toEqual(['ኰ', 'ኲ', 'ኳ', 'ኴ', 'ኵ']);
	expect(formsOf('።')).toEqual([]);
	expect(formsOf('a')).toEqual([]);
});
