import type { Course, Session } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { SessionCard } from '#lib/services/sessionCards.ts';

/** An office's name, and the language it is written in: offices have a French and a Dutch one only. */
export type OfficeName = { id: string; name: string; lang: 'fr' | 'nl' };

/** A session as a page shows it. */
export type SessionShown = Omit<Session, 'course'> & {
	course: Course;
	office: OfficeName;
	firstDay: string;
	lastDay: string;
	/** The seats that someone who just arrives can book. */
	free: number;
	waiting: number;
};

/** Takes an office and a language and returns its name as a reader of that language sees it. */
export const officeName = (
	{ id, nameFr, nameNl }: { id: string; nameFr: string; nameNl: string },
	language: Language,
): OfficeName => (language === 'nl' ? { id, name: nameNl, lang: 'nl' } : { id, name: nameFr, lang: 'fr' });

/** Takes a session and a language and returns what a page shows of it. */
export const showSession = (card: SessionCard, language: Language): SessionShown => ({
	...card.session,
	course: card.course,
	office: officeName(card.office, language),
	firstDay: card.firstDay,
	lastDay: card.lastDay,
	free: card.bookable,
	waiting: card.waiting,
});
