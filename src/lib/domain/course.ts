import type { Timetable } from './sessionTimes.ts';

/** What is given, in the order of the line; each is also a step of the pathway (decree of 18 January 2024, arts. 12 to 22). */
export const courseKinds = [
	'social_assessment',
	'language_assessment',
	'rights_and_duties',
	'citizenship',
	'language_course',
] as const;
export type CourseKind = (typeof courseKinds)[number];

/** Takes any text and says whether it can be the id of a course or a session: something for an address and for paper. */
export function isOfferId(text: string): boolean {
	return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(text);
}

/** The levels of a language course (arts. 21 and 22): to read and write at all, then up to A2 of the Common European Framework. */
export const languageLevels = ['literacy', 'A1.1', 'A1.2', 'A2'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** A course of an office or a provider, without dates. */
export type Course = {
	id: string;
	kind: CourseKind;
	office: string;
	/** BCP 47; the language that is taught, for a language course. */
	courseLanguage: string | null;
	/** One of {@link languageLevels} for a language course; providers may say more, such as A2.1. */
	level: string | null;
	hours: number | null;
};

/** One dated run of a course, with seats. */
export type Session = Timetable & {
	id: string;
	course: string;
	/** BCP 47; the languages in which it is explained. */
	spokenLanguages: string[];
	place: string;
	seats: number;
	counterReserve: number;
	childcare: boolean;
	/** null: not known. */
	stepFree: boolean | null;
	teacherGender: 'female' | 'male' | null;
	/** Its office said that it does not take place. */
	calledOff: boolean;
	/** How often its days, times or place were changed. */
	revision: number;
	/** The most meetings it ever had. */
	mostMeetings: number;
};
