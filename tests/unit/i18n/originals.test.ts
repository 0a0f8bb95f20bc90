import { describe, expect, it } from 'vitest';
import type { Language } from '#lib/domain/languages.ts';
import { inReadersLanguage, showOriginals, withOriginals } from '#lib/i18n/originals.ts';
import { requestLanguage, withLanguage } from '#lib/i18n/requestLanguage.ts';

const words: Record<string, Record<string, string>> = {
	hello: { fr: 'Bonjour', nl: 'Goedendag', en: 'Good day' },
	on: { fr: 'Venez le {day} !', nl: 'Kom op {day}!', en: 'Come on {day}!' },
	name: { fr: 'Halte', nl: 'Halte', en: 'Halte' },
};
const catalogue = withOriginals(
	Object.fromEntries(
		Object.entries(words).map(([key, texts]) => [
			key,
			(inputs: Record<string, string> = {}, options: { locale?: Language } = {}) =>
				(texts[options.locale ?? requestLanguage()] ?? '').replace('{day}', inputs['day'] ?? ''),
		]),
	),
);
const say = (key: string, inputs?: Record<string, string>): string => catalogue[key]?.(inputs) ?? '';

const english = <T>(work: () => T) => withLanguage('en', work, 'nl');
const original = (text: string) => `<span class="original" lang="nl" dir="ltr">${text}</span>`;
const both = (translation: string, text: string) =>
	`<span class="both">${translation} ${original(text)}</span>`;

describe('the original beside the translation', () => {
	it('stands under each text of a page, and only when asked for', () => {
		const page = english(() => `<p>${say('hello')}</p>`);
		expect(showOriginals(page, 'nl')).toBe(`<p>${both('Good day', 'Goedendag')}</p>`);
		expect(withLanguage('en', () => say('hello'))).toBe('Good day');
	});

	it('is left out where both say the same', () =>
		expect(
			showOriginals(
				english(() => say('name')),
				'nl',
			),
		).toBe('Halte'));

	it('takes what is filled in in its own language', () => {
		const day = { en: 'Monday', nl: 'maandag' } as Record<string, string>;
		const page = english(() => say('on', { day: inReadersLanguage((language) => day[language] ?? '') }));
		expect(showOriginals(page, 'nl')).toBe(both('Come on Monday!', 'Kom op maandag!'));
	});

	it('never gets into an attribute, a window title or a choice of a list', () => {
		const page = english(
			() =>
				`<title>${say('hello')}</title><a title="1 > 0 ${say('hello')}" href="/">${say('hello')}</a><option>${say('hello')}</option>`,
		);
		expect(showOriginals(page, 'nl')).toBe(
			`<title>Good day</title><a title="1 > 0 Good day" href="/">${both('Good day', 'Goedendag')}</a><option>Good day</option>`,
		);
	});

	it('leaves no mark of its own on the page', () => {
		const page = english(() => `<p title="${say('hello')}">${say('hello')} ${say('on', { day: 'x' })}</p>`);
		expect(showOriginals(page, 'nl')).not.toMatch(/[\ufdd0-\ufdd2]/);
	});

	it('keeps French signs of two parts on the line of their word', () =>
		expect(withLanguage('fr', () => say('on', { day: 'lundi' }))).toBe('Venez le lundi\u00a0!'));
});
