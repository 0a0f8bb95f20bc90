import { expect, test } from 'vitest';
import { callbackLanguages } from '#lib/domain/callback.ts';
import { isKnownLanguage } from '#lib/domain/languageTag.ts';
import { languageName } from '#lib/i18n/courseWords.ts';
import { ownNameOf } from '#lib/i18n/languageNames.ts';

const spoken = ['am', 'so', 'rif', 'prs', 'ckb', 'tig', 'wo', 'ln', 'pa-Arab', 'pt-BR', 'FR', 'sfb', 'vgt'];

test.each([...callbackLanguages.filter((tag) => tag !== 'other'), ...spoken])(
	'%s is a language with a name',
	(tag) => {
		expect(isKnownLanguage(tag)).toBe(true);
		expect(ownNameOf(tag)).not.toBe('');
		expect(languageName(tag, 'fr')).not.toBe(tag);
	},
);

test.each(['zz', 'xx', 'und', 'mul', 'zxx', 'arabic', 'a', '', 'fr-x', 'aa-12', 'sfb-BE', 'français'])(
	'"%s" is none',
	(tag) => expect(isKnownLanguage(tag)).toBe(false),
);
