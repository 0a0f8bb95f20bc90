import type { Language } from '#lib/domain/languages.ts';
import type { NeedCode, Needs } from '#lib/domain/needs.ts';
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

/** Needs as a list to stand in a sentence, in the language of this request; an interpreter with their language. */
export const sayNeeds = (
	codes: readonly NeedCode[],
	interpreterLanguage: Needs['interpreterLanguage'],
): string =>
	inReadersLanguage((locale) => {
		const named = codes.map((code) => {
			const name = words[code]({ locale });
			const asksLanguage = code === 'interpreter' && interpreterLanguage && interpreterLanguage !== 'other';
			return asksLanguage ? `${name} (${languageName(interpreterLanguage, locale)})` : name;
		});
		return isolate(listInWords(named, locale));
	});
