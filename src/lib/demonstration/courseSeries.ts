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

const taught = (
	kind: Course['kind'],
	office: string,
	id: string,
	hours: number,
	courseLanguage: string | null = null,
	level: string | null = null,
): Course => ({ id: `${office}-${id}`, kind, office, courseLanguage, level, hours });

const square = (number: number, town: string): string => `Place de la Démonstration ${number}, ${town}`;

const morning = '09:00-11:30';
const afternoon = '13:30-16:00';
const evening = '18:00-20:30';

/** Rights and duties, 10 hours: four meetings in one week, in the languages that people speak. */
const rights = (
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
const citizenship = (
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
const social = (
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
const languageTest = (office: string, place: string, language: string, weekday: string): Series => ({
	...social(office, place, [language]),
	course: taught('language_assessment', office, 'language', 2, language),
	weekdays: weekday,
	seats: 8,
});

/** A language course by day: five half-days of four hours a week, 80 hours. */
const byDay = (
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
const byNight = (office: string, place: string, language: string, level: string): Series => ({
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
const literacy = (office: string, place: string, language: string, more: Partial<Series> = {}): Series => ({
	...byDay(office, place, language, 'A1.1'),
	course: taught('language_course', office, `${language}-literacy`, 90, language, 'literacy'),
	everyWeeks: 6,
	times: ['09:00-12:00'],
	weekdays: '2;5',
	meetings: 30,
	seats: 12,
	...more,
});

const childcare = { childcare: 'yes' };
const women = { teacher_gender: 'female' };

/** Every series of the demonstration. */
export const series: readonly Series[] = [
	rights('bapa-bxl', square(2, '1000 Bruxelles'), ['ar', 'fa;ps', 'en', 'ti', 'es;pt', 'fr', 'ru;uk', 'tr'], {
		more: { counter_reserve: '2', ...childcare },
	}),
	rights('via-schaerbeek', square(3, '1030 Schaerbeek'), ['tr', 'ar', 'ru', 'fr'], { everyWeeks: 2 }),
	rights('via-molenbeek', square(4, '1080 Molenbeek-Saint-Jean'), ['ar', 'ps', 'fa'], {
		...{ everyWeeks: 2, fromWeek: 2, times: [evening], weekdays: '1;4', more: { ...women, step_free: 'no' } },
	}),
	rights('convivial', square(5, '1190 Forest'), ['ti', 'fa', 'uk', 'so;en'], {
		everyWeeks: 2,
		times: [afternoon],
	}),
	citizenship('bapa-bxl', square(2, '1000 Bruxelles'), ['ar', 'en', 'ti', 'fa'], {
		more: { counter_reserve: '1' },
	}),
	citizenship('bapa-bxl', square(2, '1000 Bruxelles'), ['fr;ar'], {
		...{
			course: taught('citizenship', 'bapa-bxl', 'citizenship-evening', 50),
			everyWeeks: 6,
			times: [evening],
		},
		...{ weekdays: '2;4', seats: 12 },
	}),
	citizenship('via-schaerbeek', square(3, '1030 Schaerbeek'), ['tr', 'ar', 'ru'], {
		fromWeek: 3,
		more: childcare,
	}),
	// The smallest of all: the demonstration fills it to its last seat, so that a line can be seen.
	citizenship('convivial', square(5, '1190 Forest'), ['fa;ps', 'ti'], {
		fromWeek: 1,
		everyWeeks: 5,
		seats: 5,
	}),
	citizenship('bon-brussel', square(6, '1000 Brussel'), ['en', 'ar', 'es'], { everyWeeks: 4, seats: 14 }),
	citizenship('bon-anderlecht', square(7, '1070 Anderlecht'), ['pt', 'tr'], {
		...{ fromWeek: 3, everyWeeks: 4, times: ['09:30-12:00'], weekdays: '6', more: { step_free: '' } },
	}),
	social('bapa-bxl', square(2, '1000 Bruxelles'), ['ar', 'en', 'ti', 'fa', 'es']),
	social('via-schaerbeek', square(3, '1030 Schaerbeek'), ['tr', 'ru', 'ar'], { everyWeeks: 2, fromWeek: 2 }),
	social('bon-brussel', square(6, '1000 Brussel'), ['nl;en', 'ar', 'tr'], { everyWeeks: 2, weekdays: '4' }),
	languageTest('bapa-bxl', square(2, '1000 Bruxelles'), 'fr', '5'),
	languageTest('bon-brussel', square(6, '1000 Brussel'), 'nl', '2'),
	literacy('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', { more: { ...women, ...childcare } }),
	byDay('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', 'A1.1', { more: childcare }),
	byDay('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', 'A1.2', { fromWeek: 3 }),
	byNight('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', 'A1.1'),
	byDay('cours-canal', square(9, '1070 Anderlecht'), 'fr', 'A2', {
		fromWeek: 2,
		more: { counter_reserve: '2' },
	}),
	byDay('cours-canal', square(9, '1070 Anderlecht'), 'nl', 'A1.1', { fromWeek: 2, more: women }),
	byDay('taal-en-thuis', square(10, '1030 Schaerbeek'), 'nl', 'A1.2', {
		fromWeek: 3,
		more: { step_free: 'no' },
	}),
	byNight('taal-en-thuis', square(10, '1030 Schaerbeek'), 'nl', 'A1.1'),
	byNight('taal-en-thuis', square(10, '1030 Schaerbeek'), 'nl', 'A2'),
];
