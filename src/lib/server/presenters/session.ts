import { meetingDays, skippedDays } from '#lib/domain/sessionTimes.ts';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { SessionCard } from '#lib/services/sessionCards.ts';
import { officeName } from './officeName.ts';
import type { OfficeName } from './officeName.ts';

/** A session as a page shows it. */
export type SessionShown = Omit<Session, 'course'> & {
	course: Course;
	office: OfficeName;
	firstDay: string;
	lastDay: string;
	/** Every day on which it meets, and the public holidays on which it would have. */
	dates: string[];
	skipped: string[];
	/** The seats that someone who just arrives can book. */
	free: number;
	/** People in its line. */
	waiting: number;
};

/** Takes a session and a language and returns what a page shows of it. */
export const showSession = (card: SessionCard, language: Language): SessionShown => ({
	...card.session,
	course: card.course,
	office: officeName(card.office, language),
	firstDay: card.firstDay,
	lastDay: card.lastDay,
	dates: meetingDays(card.session),
	skipped: skippedDays(card.session),
	free: card.bookable,
	waiting: card.inLine,
});
