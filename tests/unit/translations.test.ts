import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { catalogues } from '../support/catalogue.ts';
import type { Message } from '../support/catalogue.ts';

/** The letters a text of the language is written in. */
const letters = {
	latin: /\p{Script=Latin}/gu,
	arabic: /\p{Script=Arabic}/gu,
	cyrillic: /\p{Script=Cyrillic}/gu,
	ethiopic: /\p{Script=Ethiopic}/gu,
};

const translated = languages.filter((language) => !['fr', 'nl', 'en'].includes(language));

describe.each(translated)('the translation into %s', (language) => {
	const catalogue = catalogues.get(language) ?? new Map<string, Message>();
	const reference = catalogues.get('fr') ?? new Map<string, Message>();

	it('has every message, and none that French does not have', () => {
		expect([...reference.keys()].filter((key) => !catalogue.has(key))).toEqual([]);
		expect([...catalogue.keys()].filter((key) => !reference.has(key))).toEqual([]);
	});

	// Names of services and papers stand in theirs.
	it('is written in its own letters', () => {
		const own = letters[languageProfile(language).script];
		const wrong = [...catalogue.values()].flatMap(({ key, variants }) =>
			variants
				// The French and Dutch name of a paper or a counter stands beside it in brackets, as it is printed.
				.map(({ text }) => text.replaceAll(/\{\w+\}|\([^)]*\)/g, ''))
				.filter((text) => {
					const all = text.match(/\p{L}/gu)?.length ?? 0;
					const native = text.match(own)?.length ?? 0;
					return text.trim().split(/\s+/).length > 3 && native < all / 4;
				})
				.map((text) => `${key}: ${text}`),
		);
		expect(wrong).toEqual([]);
	});
});
