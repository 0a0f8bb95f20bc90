import type { Course } from '#lib/domain/course.ts';
import type { offerColumns } from '#lib/domain/offerRow.ts';

/** One row of an offer file, as `halte offer` takes it. */
export type OfferCells = Record<(typeof offerColumns)[number], string>;

/** A course of the demonstration, and how its sessions follow each other through twelve weeks. */
export type Series = {
	course: Course;
	place: string;
	/** The first session starts in this week from today on, the next ones every so many weeks. */
	fromWeek: number;
	everyWeeks: number;
	/** Each session takes the next of these, and begins again after the last. */
	spoken: readonly string[];
	times: readonly string[];
	weekdays: string;
	meetings: number;
	seats: number;
	more?: Partial<OfferCells>;
};

/** A course of an office. */
export const taught = (
	kind: Course['kind'],
	office: string,
	id: string,
	hours: number,
	courseLanguage: string | null = null,
	level: string | null = null,
): Course => ({ id: `${office}-${id}`, kind, office, courseLanguage, level, hours });

/** An address that nobody could take for a real one. */
export const square = (number: number, town: string): string =>
	`Place de la Démonstration ${number}, ${town}`;

const morning = '09:00-11:30';
/** The hours of a course after noon. */
export const afternoon = '13:30-16:00';
/** The hours of a course after work. */
export const evening = '18:00-20:30';

/** Rights and duties, 10 hours: four meetings in one week, in the languages that people speak. */
export const rights = (
	office: string,
	place: string,
	spoken: readonly string[],
	more: Partial<Series> = {},
): Series => ({
	course: taught('rights_and_duties', office, 'rights', 10),
	place,
	fromWeek: 1,
	everyWeeks: 1,
	spoken,
	times: [morning, afternoon],
	weekdays: '1;2;4;5',
	meetings: 4,
	seats: 15,
	...more,
});

/** Citizenship, 50 hours: four meetings a week for five weeks, or two evenings a week for ten. */
export const citizenship = (
	office: string,
	place: string,
	spoken: readonly string[],
	more: Partial<Series> = {},
): Series => ({
	...rights(office, place, spoken),
	course: taught('citizenship', office, 'citizenship', 50),
	fromWeek: 2,
	everyWeeks: 3,
	meetings: 20,
	seats: 16,
	...more,
});

/** One talk of two hours, in small groups, each in one language: the social assessment. */
export const social = (
	office: string,
	place: string,
	spoken: readonly string[],
	more: Partial<Series> = {},
): Series => ({
	...rights(office, place, spoken),
	course: taught('social_assessment', office, 'social', 2),
	times: ['09:30-11:30', '13:30-15:30'],
	weekdays: '3',
	meetings: 1,
	seats: 4,
	...more,
});

/** One test and talk of two hours: the language assessment, for French or for Dutch. */
export const languageTest = (office: string, place: string, language: string, weekday: string): Series => ({
	...social(office, place, [language]),
	course: taught('language_assessment', office, 'language', 2, language),
	weekdays: weekday,
	seats: 8,
});

/** A language course by day: five half-days of four hours a week, 80 hours. */
export const byDay = (
	office: string,
	place: string,
	language: string,
	level: string,
	more: Partial<Series> = {},
): Series => ({
	course: taught('language_course', office, `${language}-${level.toLowerCase()}`, 80, language, level),
	place,
	fromWeek: 1,
	everyWeeks: 4,
	spoken: [language],
	times: ['09:00-13:00', '13:30-17:30'],
	weekdays: '1;2;3;4;5',
	meetings: 20,
	seats: 18,
	...more,
});

/** The same, on two evenings a week. */
export const byNight = (office: string, place: string, language: string, level: string): Series => ({
	...byDay(office, place, language, level),
	course: taught(
		'language_course',
		office,
		`${language}-${level.toLowerCase()}-evening`,
		60,
		language,
		level,
	),
	fromWeek: 3,
	everyWeeks: 5,
	times: ['18:00-20:30'],
	weekdays: '2;4',
	meetings: 24,
	seats: 14,
});

/** French for people who learn to read and write at the same time: two half-days a week. */
export const literacy = (
	office: string,
	place: string,
	language: string,
	more: Partial<Series> = {},
): Series => ({
	...byDay(office, place, language, 'A1.1'),
	course: taught('language_course', office, `${language}-literacy`, 90, language, 'literacy'),
	everyWeeks: 6,
	times: ['09:00-12:00'],
	weekdays: '2;5',
	meetings: 30,
	seats: 12,
	...more,
});
