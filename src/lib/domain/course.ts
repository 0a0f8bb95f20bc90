import type { Timetable } from './sessionTimes.ts';

/** What is taught; each is also a step of the pathway (decree of 18 January 2024, arts. 14 to 22). */
export const courseKinds = ['rights_and_duties', 'citizenship', 'language_course'] as const;
export type CourseKind = (typeof courseKinds)[number];

/** Takes any text and says whether it can be the id of a course or a session: something for an address and for paper. */
export function isOfferId(text: string): boolean {
	return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(text);
}

/** A course of an office or a provider, without dates. */
export type Course = {
	id: string;
	kind: CourseKind;
	office: string;
	/** BCP 47; the language that is taught, for a language course. */
	courseLanguage: string | null;
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
};
