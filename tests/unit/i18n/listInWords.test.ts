import { expect, test } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { languageNames, weekdayNames } from '#lib/i18n/courseWords.ts';

/** Between two words of a list stands "and", a comma, or both: each as the language writes it. */
const between: Record<(typeof languages)[number], RegExp> = {
	...{ fr: /^ et $/, nl: /^ en $/, en: /^ and $/, tr: /^ ve $/, es: /^ y $/, pt: /^ e $/ },
	...{ ar: /^ و$/, fa: /^ و $/, ps: /^ او $/, ru: /^ и $/, uk: /^ і $/, ti: /^፣ $/ },
};

test.each(languages)('languages stand apart in a list in %s', (language) => {
	const one = languageNames(['fr'], language);
	const other = languageNames(['ar'], language);
	const both = languageNames(['fr', 'ar'], language);
	expect(both.slice(one.length, both.length - other.length)).toMatch(between[language]);
});

test.each(languages)('of three words in %s none runs into the next', (language) => {
	for (const [list, words] of [
		[
			languageNames(['fr', 'ar', 'tr'], language),
			['fr', 'ar', 'tr'].map((tag) => languageNames([tag], language)),
		],
		[weekdayNames([1, 3, 5], language), [1, 3, 5].map((day) => weekdayNames([day], language))],
	] as const) {
		const rest = words.reduce((left, word) => left.replace(word, '|'), list);
		for (const gap of rest.split('|').slice(1, -1)) expect(gap).toMatch(/[,،፣]|\p{L}/u);
	}
});

test('a comma of another script stands in no list', () => {
	for (const language of ['ar', 'fa', 'ps'] as const)
		expect(languageNames(['fr', 'ar', 'tr'], language)).not.toContain(',');
});
