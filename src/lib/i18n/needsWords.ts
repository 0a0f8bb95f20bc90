import type { Language } from '#lib/domain/languages.ts';
import type { NeedCode, Needs, NeedSignLanguage } from '#lib/domain/needs.ts';
import { m } from '#lib/paraglide/messages.js';
import { languageName } from './courseWords.ts';
import { isolate } from './isolate.ts';
import { listInWords } from './listInWords.ts';
import { inReadersLanguage } from './originals.ts';

type In = { locale?: Language };

const words: Record<NeedCode, (to?: In) => string> = {
	interpreter: (to) => m.needs_interpreter({}, to),
	sign_language: (to) => m.needs_sign_language({}, to),
	step_free: (to) => m.needs_step_free({}, to),
	childcare: (to) => m.needs_childcare({}, to),
	female_teacher: (to) => m.needs_female_teacher({}, to),
};

/** A need, in the language of this request. */
export const needName = (code: NeedCode): string => words[code]();

const signLanguageNames: Record<NeedSignLanguage, (to?: In) => string> = {
	sfb: (to) => m.help_language_sfb({}, to),
	vgt: (to) => m.help_language_vgt({}, to),
	ils: (to) => m.help_language_ils({}, to),
	other: (to) => m.needs_sign_language_other({}, to),
};

/** A sign language, in the language of this request. */
export const signLanguageName = (tag: NeedSignLanguage): string => signLanguageNames[tag]();

const namedLanguage = (
	code: NeedCode,
	{ interpreterLanguage, signLanguage }: Omit<Needs, 'codes'>,
	locale: Language,
): string | null => {
	if (code === 'interpreter' && interpreterLanguage && interpreterLanguage !== 'other')
		return languageName(interpreterLanguage, locale);
	if (code === 'sign_language' && signLanguage && signLanguage !== 'other')
		return signLanguageNames[signLanguage]({ locale });
	return null;
};

/** Needs as a list to stand in a sentence, in the language of this request; an interpreter with their language. */
export const sayNeeds = (codes: readonly NeedCode[], languages: Omit<Needs, 'codes'>): string =>
	inReadersLanguage((locale) => {
		const named = codes.map((code) => {
			const name = words[code]({ locale });
			const language = namedLanguage(code, languages, locale);
			return language ? `${name} (${language})` : name;
		});
		return isolate(listInWords(named, locale));
	});
