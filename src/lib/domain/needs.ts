import { interpreterLanguages, signLanguages } from './callback.ts';
import type { Session } from './course.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';

/** What somebody may need at a course. A closed list of what a course can arrange; never why, and nothing about health. */
export const needCodes = [
	'interpreter',
	'sign_language',
	'step_free',
	'childcare',
	'female_teacher',
] as const;
/** One need, as a code. */
export type NeedCode = (typeof needCodes)[number];

/** The languages for which an interpreter is looked for (BCP 47); `other` when none of them is the person's. */
export const needLanguages = [...languages, ...interpreterLanguages, 'other'] as const;
/** One of these languages. */
export type NeedLanguage = (typeof needLanguages)[number];

/** The sign languages in which somebody may need an interpreter (ISO 639-3); `other` when none of them is the person's. */
export const needSignLanguages = [...signLanguages, 'other'] as const;
/** One of these. */
export type NeedSignLanguage = (typeof needSignLanguages)[number];

/** What one person needs, asked once; without codes: asked, and nothing needed. */
export type Needs = {
	codes: NeedCode[];
	/** Into which language the interpreter speaks; null without an interpreter. */
	interpreterLanguage: NeedLanguage | null;
	/** Which sign language; null without that need, and of who was asked before the question was which. */
	signLanguage: NeedSignLanguage | null;
};

/** Takes any texts and returns the needs among them, in the order of the list, each once. */
export function needsAmong(texts: readonly string[]): NeedCode[] {
	return needCodes.filter((code) => texts.includes(code));
}

/** Takes any text and says whether it is a language for which an interpreter is looked for. */
export function isNeedLanguage(tag: unknown): tag is NeedLanguage {
	return (needLanguages as readonly unknown[]).includes(tag);
}

/** Takes any text and says whether it is a sign language for which an interpreter is looked for. */
export function isNeedSignLanguage(tag: unknown): tag is NeedSignLanguage {
	return (needSignLanguages as readonly unknown[]).includes(tag);
}

/** What of a session decides whether a need is met by itself. */
type Offer = {
	session: Offered;
};
type Offered = Pick<Session, 'spokenLanguages' | 'stepFree' | 'childcare' | 'teacherGender'>;

/**
 * Takes a person's needs and a session and returns those that its offer does not fulfil: somebody has to arrange them, or
 * the person chooses another session. A session given in the language of the interpreter needs none; a way in that is
 * not known to be without steps is not counted as one.
 */
export function needsToArrange(
	{ codes, interpreterLanguage }: Omit<Needs, 'signLanguage'>,
	{ session }: Offer,
): NeedCode[] {
	const isMet: Record<NeedCode, boolean> = {
		interpreter: interpreterLanguage !== null && session.spokenLanguages.includes(interpreterLanguage),
		sign_language: false,
		step_free: session.stepFree === true,
		childcare: session.childcare,
		female_teacher: session.teacherGender === 'female',
	};
	return codes.filter((code) => !isMet[code]);
}

/** Somebody who chose a session: what they said that they need (null: never asked), and the language they read. */
export type Counting = { needs: Needs | null; language: Language };

/** What somebody cannot be sure of in a session: a need, or to hear their own language there. */
export type Unsure = NeedCode | 'own_language';

/** Takes a person and a session and returns what of it they cannot be sure of. */
export function unsureIn({ needs, language }: Counting, session: Offered): Unsure[] {
	const unmet = needs ? needsToArrange(needs, { session }) : [];
	return session.spokenLanguages.includes(language) ? unmet : [...unmet, 'own_language'];
}

/** Takes a person and a session before and after a change and returns what they counted on and cannot any more. */
export function lostWith(person: Counting, before: Offered, after: Offered): Unsure[] {
	const unsureBefore = unsureIn(person, before);
	return unsureIn(person, after).filter((each) => !unsureBefore.includes(each));
}
