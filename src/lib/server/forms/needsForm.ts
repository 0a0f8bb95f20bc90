import { isNeedLanguage, isNeedSignLanguage, needsAmong } from '#lib/domain/needs.ts';
import type { Needs } from '#lib/domain/needs.ts';
import type { Draft } from './draft.ts';

/** What the fields of `ui/NeedsFields.svelte` are called in a form. */
export const needsFields = {
	need: 'need',
	language: 'needLanguage',
	signLanguage: 'needSignLanguage',
	/** The form asked: without anything ticked the answer is that nothing is needed. */
	asked: 'needsAsked',
} as const;

type Typed = { texts: readonly string[]; language: unknown; signLanguage: unknown };

const needsOf = ({ texts, language, signLanguage }: Typed): Needs => {
	const codes = needsAmong(texts);
	const spoken = isNeedLanguage(language) ? language : 'other';
	const signed = isNeedSignLanguage(signLanguage) ? signLanguage : 'other';
	return {
		codes,
		interpreterLanguage: codes.includes('interpreter') ? spoken : null,
		signLanguage: codes.includes('sign_language') ? signed : null,
	};
};

/** Takes a form and returns the needs that were ticked in it; what it does not know is passed over. */
export const readNeedsForm = (form: FormData): Needs =>
	needsOf({
		texts: form.getAll(needsFields.need).filter((value) => typeof value === 'string'),
		language: form.get(needsFields.language),
		signLanguage: form.get(needsFields.signLanguage),
	});

/** The needs that were ticked before the language changed, or before signing in again; null where none were asked for. */
export const typedNeeds = (draft: Draft): Needs | null =>
	draft[needsFields.asked]
		? needsOf({
				texts: draft[needsFields.need] ?? [],
				language: draft[needsFields.language]?.[0],
				signLanguage: draft[needsFields.signLanguage]?.[0],
			})
		: null;
