import type { CallbackLanguage, interpreterLanguages, signLanguages } from '#lib/domain/callback.ts';
import { isLanguage } from '#lib/domain/languages.ts';
import { languageProfile } from './languages.ts';

/** Languages that Halte does not speak itself, by the name their own speakers give them. */
const otherNames: Record<(typeof interpreterLanguages | typeof signLanguages)[number], string> = {
	so: 'Soomaali',
	ro: 'Română',
	pl: 'Polski',
	bg: 'Български',
	sq: 'Shqip',
	ku: 'Kurdî (Kurmancî)',
	ckb: 'کوردی (سۆرانی)',
	ur: 'اردو',
	hi: 'हिन्दी',
	bo: 'བོད་སྐད་',
	zgh: 'Tamaziɣt',
	sfb: 'Langue des signes de Belgique francophone (LSFB)',
	vgt: 'Vlaamse Gebarentaal (VGT)',
	ils: 'International Sign',
};

/** Takes the tag of any language and returns its own name; a language without one here by its tag. */
export const ownNameOf = (tag: CallbackLanguage | string): string => {
	if (isLanguage(tag)) return languageProfile(tag).ownName;
	const known = otherNames[tag as keyof typeof otherNames];
	return known ?? new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
};
