import { isNeedLanguage, needsAmong } from '#lib/domain/needs.ts';
import type { Needs } from '#lib/domain/needs.ts';

/** What the fields of `ui/NeedsFields.svelte` are called in a form. */
export const needsFields = {
	need: 'need',
	language: 'needLanguage',
	/** The form asked: without anything ticked the answer is that nothing is needed. */
	asked: 'needsAsked',
} as const;

/** Takes a form and returns the needs that were ticked in it; what it does not know is passed over. */
export const readNeedsForm = (form: FormData): Needs => {
	const texts = form.getAll(needsFields.need).filter((value) => typeof value === 'string');
	const codes = needsAmong(texts);
	const language = form.get(needsFields.language);
	if (!codes.includes('interpreter')) return { codes, interpreterLanguage: null };
	return { codes, interpreterLanguage: isNeedLanguage(language) ? language : 'other' };
};
