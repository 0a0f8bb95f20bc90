import { postcodeIn } from './communes.ts';
import type { Course, CourseKind, Session } from './course.ts';
import type { Needs } from './needs.ts';
import { isInDayPart } from './sessionTimes.ts';
import type { DayPart } from './sessionTimes.ts';

/** What someone looks for among the sessions; what is left out does not narrow. */
export type OfferSearch = {
	kind?: CourseKind;
	spoken?: string;
	/** Postcodes: where the session meets, not where its office is. */
	place?: readonly string[];
	dayPart?: DayPart;
	/** The days on which somebody can come (1 Monday to 7 Sunday): a session that also meets on another does not fit. */
	days?: readonly number[];
	courseLanguage?: string;
	level?: string;
	office?: string;
	childcare?: boolean;
	stepFree?: boolean;
	femaleTeacher?: boolean;
	freeOnly?: boolean;
};

/** One thing that someone looks for. */
export type Wish = keyof OfferSearch;

/** Everything one can look for, in the order in which it is asked. */
export const wishes = [
	...([
		'kind',
		'spoken',
		'place',
		'dayPart',
		'freeOnly',
		'courseLanguage',
		'level',
		'days',
		'office',
	] as const),
	...(['childcare', 'stepFree', 'femaleTeacher'] as const),
] satisfies Wish[];

/** A session that may be found, with the seats that someone who just arrives can book. */
export type Found = { session: Session; course: Course; bookable: number };

type Fit = { [Each in Wish]-?: (wish: NonNullable<OfferSearch[Each]>, found: Found) => boolean };

/** Step-free means known to be: an unknown does not fit, and so for the teacher. */
const fit: Fit = {
	kind: (kind, { course }) => course.kind === kind,
	spoken: (tag, { session }) => session.spokenLanguages.includes(tag),
	place: (postcodes, { session }) => postcodes.includes(postcodeIn(session.place) ?? ''),
	dayPart: (part, { session }) => isInDayPart(session, part),
	days: (days, { session }) => session.weekdays.every((day) => days.includes(day)),
	courseLanguage: (tag, { course }) => course.courseLanguage === tag,
	level: (level, { course }) => course.level === level,
	office: (office, { course }) => course.office === office,
	childcare: (_, { session }) => session.childcare,
	stepFree: (_, { session }) => session.stepFree === true,
	femaleTeacher: (_, { session }) => session.teacherGender === 'female',
	freeOnly: (_, { bookable }) => bookable > 0,
};

/** Takes a search and returns what in it narrows, in the order in which it is asked. */
export function wishesOf(search: OfferSearch): Wish[] {
	return wishes.filter((wish) => search[wish] !== undefined && search[wish] !== false);
}

/** Takes a search and a session and says whether it fits. */
export function fits(search: OfferSearch, found: Found): boolean {
	return wishesOf(search).every((wish) =>
		(fit[wish] as (value: unknown, found: Found) => boolean)(search[wish], found),
	);
}

/** Takes a search and returns it without one of its wishes. */
export function withoutWish(search: OfferSearch, wish: Wish): OfferSearch {
	return { ...search, [wish]: undefined };
}

/** Takes a search and what somebody needs and returns the search narrowed to sessions that say they have it. */
export function withNeeds(search: OfferSearch, { codes }: Pick<Needs, 'codes'>): OfferSearch {
	return {
		...search,
		...(codes.includes('childcare') ? { childcare: true } : {}),
		...(codes.includes('step_free') ? { stepFree: true } : {}),
		...(codes.includes('female_teacher') ? { femaleTeacher: true } : {}),
	};
}
