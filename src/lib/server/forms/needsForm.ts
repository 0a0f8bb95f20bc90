import { isNeedLanguage, needsAmong } from '#lib/domain/needs.ts';
import type { Needs } from '#lib/domain/needs.ts';
import type { Draft } from './draft.ts';

/** What the fields of `ui/NeedsFields.svelte` are called in a form. */
export const needsFields = {
	need: 'need',
	language: 'needLanguage',
	/** The form asked: without anything ticked the answer is that nothing is needed. */
	asked: 'needsAsked',
} as const;

const needsOf = (texts: readonly string[], language: unknown): Needs => {
	const codes = needsAmong(texts);
	if (!codes.includes('interpreter')) return { codes, interpreterLanguage: null };
	return { codes, interpreterLanguage: isNeedLanguage(language) ? language : 'other' };
};

/** Takes a form and returns the needs that were ticked in it; what it does not know is passed over. */
export const readNeedsForm = (form: FormData): Needs =>
	needsOf(
		form.getAll(needsFields.need).filter((value) => typeof value === 'string'),
		form.get(needsFields.language),
	);

/** The needs that were ticked before the language changed, or before signing in again; null where none were asked for. */
export const typedNeeds = (draft: Draft): Needs | null =>
	draft[needsFields.asked] ? needsOf(draft[needsFields.need] ?? [], draft[needsFields.language]?.[0]) : null;
