import type { Timetable } from '#lib/domain/sessionTimes.ts';

/** What is taught, without dates. */
export type CourseKind = 'rights_and_duties' | 'citizenship' | 'language_course';

/** A course of an office or a provider. */
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

/** A session with its course, the names of its office, and how many seats and places in line are taken. */
export type SessionOffered = {
	session: Session;
	course: Course;
	office: { id: string; nameFr: string; nameNl: string };
	taken: number;
	waiting: number;
};

/** Courses and their sessions. */
export type Courses = {
	find(id: string): Promise<Course | null>;
	findSession(id: string): Promise<Session | null>;
	/** The session with its row locked until the transaction ends: whoever counts its seats locks it first. */
	lockSession(id: string): Promise<Session | null>;
	/** Sessions from a day on, of all courses or of one, in the order of their beginning. */
	offered(wish: { from?: string; course?: string; session?: string }): Promise<SessionOffered[]>;
	put(course: Course): Promise<void>;
	putSession(session: Session): Promise<void>;
};
