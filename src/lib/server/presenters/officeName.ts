import type { Language } from '#lib/domain/languages.ts';

/** An office's name, and the language it is written in: offices have a French and a Dutch one only. */
export type OfficeName = { id: string; name: string; lang: 'fr' | 'nl' };

/** Takes an office and a language and returns its name as a reader of that language sees it. */
export const officeName = (
	{ id, nameFr, nameNl }: { id: string; nameFr: string; nameNl: string },
	language: Language,
): OfficeName => (language === 'nl' ? { id, name: nameNl, lang: 'nl' } : { id, name: nameFr, lang: 'fr' });
