/** The languages of Halte, in the order in which they are offered. All but fr and nl are information. */
export const languages = ['fr', 'nl', 'en', 'ar', 'fa', 'ps', 'tr', 'es', 'pt', 'ru', 'uk', 'ti'] as const;

/** One of the twelve languages, as a BCP 47 tag. */
export type Language = (typeof languages)[number];

/** The two languages in which a letter of a Brussels authority may be written (language laws of 18 July 1966). */
export type LetterLanguage = 'fr' | 'nl';

/** Takes any text and says whether it is the tag of a language of Halte. */
export function isLanguage(tag: string): tag is Language {
	return (languages as readonly string[]).includes(tag);
}

/**
 * Takes the languages of a person, best first, and the language of their commune's letter, and returns the
 * first of the person's languages that Halte has, else the language of the letter.
 */
export function chooseLanguage(spoken: readonly string[], letterLanguage: LetterLanguage): Language {
	for (const tag of spoken) {
		const language = languageOf(tag);
		if (language) return language;
	}
	return letterLanguage;
}

/** "pt-BR" and "PT" are pt; Dari (prs) reads the Persian text, which is worded for both. */
function languageOf(tag: string): Language | null {
	const primary = tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
	if (isLanguage(primary)) return primary;
	return primary === 'prs' ? 'fa' : null;
}
