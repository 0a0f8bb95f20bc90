import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';

/** How a language is named by its own speakers, which way it is written and which letter shapes it needs. */
export type LanguageProfile = {
	tag: Language;
	ownName: string;
	direction: 'ltr' | 'rtl';
	script: 'latin' | 'arabic' | 'cyrillic' | 'ethiopic';
	/** True once a translator has read the whole catalogue; until then every page of that language says so. */
	checkedByTranslator: boolean;
	/** The word for "language" in that language, so that the way back is readable from any page. */
	wordForLanguage: string;
};

const profile = (
	tag: Language,
	ownName: string,
	wordForLanguage: string,
	script: LanguageProfile['script'] = 'latin',
	checkedByTranslator = false,
): LanguageProfile => ({
	tag,
	ownName,
	wordForLanguage,
	script,
	direction: script === 'arabic' ? 'rtl' : 'ltr',
	checkedByTranslator,
});

const profiles: Record<Language, LanguageProfile> = {
	// French and Dutch are the texts of reference: they are the original, not a translation.
	fr: profile('fr', 'Français', 'Langue', 'latin', true),
	nl: profile('nl', 'Nederlands', 'Taal', 'latin', true),
	en: profile('en', 'English', 'Language'),
	ar: profile('ar', 'العربية', 'اللغة', 'arabic'),
	fa: profile('fa', 'فارسی / دری', 'زبان', 'arabic'),
	ps: profile('ps', 'پښتو', 'ژبه', 'arabic'),
	tr: profile('tr', 'Türkçe', 'Dil'),
	es: profile('es', 'Español', 'Idioma'),
	pt: profile('pt', 'Português', 'Língua'),
	ru: profile('ru', 'Русский', 'Язык', 'cyrillic'),
	uk: profile('uk', 'Українська', 'Мова', 'cyrillic'),
	ti: profile('ti', 'ትግርኛ', 'ቋንቋ', 'ethiopic'),
};

/** The profile of one language. */
export const languageProfile = (tag: Language): LanguageProfile => profiles[tag];

/** All languages, in the order in which they are offered. */
export const languageProfiles: LanguageProfile[] = languages.map(languageProfile);
