import type { SeatTally } from '#lib/domain/bookingRules.ts';
import type { Course, Session } from '#lib/domain/course.ts';

/** A session with its course, the names of its office, how many seats are gone, and how many people are in its line. */
export type SessionOffered = SeatTally & {
	session: Session;
	course: Course;
	office: { id: string; nameFr: string; nameNl: string };
	inLine: number;
};

/** Courses and their sessions. */
export type Courses = {
	find(id: string): Promise<Course | null>;
	/** The course with its row locked until the transaction ends; locked before any of its sessions. */
	lock(id: string): Promise<Course | null>;
	sessionsOf(course: string): Promise<string[]>;
	/** Whether anybody has a seat, is kept one or stands in line in any of its sessions, past ones too. */
	hasPeople(course: string, at: Date): Promise<boolean>;
	findSession(id: string): Promise<Session | null>;
	/** The session with its row locked until the transaction ends: whoever counts its seats locks it first. */
	lockSession(id: string): Promise<Session | null>;
	sessions(ids: readonly string[]): Promise<Session[]>;
	/** Sessions, all or those that fit the wish, in the order of their beginning, as full as they are at an instant. */
	offered(wish: {
		at: Date;
		from?: string;
		course?: string;
		sessions?: readonly string[];
	}): Promise<SessionOffered[]>;
	knowsOffice(office: string): Promise<boolean>;
	put(course: Course): Promise<void>;
	/** Whether it takes place is left as it is: see `callOff`. */
	putSession(session: Session): Promise<void>;
	callOff(session: string, at: Date): Promise<void>;
};
