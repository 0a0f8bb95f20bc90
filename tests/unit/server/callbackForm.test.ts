import { describe, expect, it } from 'vitest';
import { spokenLanguage } from '#lib/server/forms/callbackForm.ts';

describe('the language to talk in', () => {
	it('follows the page as long as nobody chose it', () => {
		expect(spokenLanguage({}, 'fr')).toEqual({ language: 'fr', offeredLanguage: 'fr' });
		expect(spokenLanguage({ language: ['fr'], offeredLanguage: ['fr'] }, 'ar')).toEqual({
			language: 'ar',
			offeredLanguage: 'ar',
		});
	});

	it('stays once somebody chose it, also on a page that offers the same', () => {
		const chosen = { language: 'so', offeredLanguage: '' };
		expect(spokenLanguage({ language: ['so'], offeredLanguage: ['fr'] }, 'ar')).toEqual(chosen);
		const kept = spokenLanguage({ language: ['ar'], offeredLanguage: ['fr'] }, 'ar');
		expect(
			spokenLanguage({ language: [kept.language], offeredLanguage: [kept.offeredLanguage] }, 'fr'),
		).toEqual({ language: 'ar', offeredLanguage: '' });
	});
});
