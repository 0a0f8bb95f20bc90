import type { Course, CourseKind, Session } from './course.ts';
import { isInDayPart } from './sessionTimes.ts';
import type { DayPart } from './sessionTimes.ts';

/** What someone looks for among the sessions; what is left out does not narrow. */
export type OfferSearch = {
	kind?: CourseKind;
	courseLanguage?: string;
	spoken?: string;
	dayPart?: DayPart;
	office?: string;
	childcare?: boolean;
	stepFree?: boolean;
	freeOnly?: boolean;
};

/** A session that may be found, with the seats that someone who just arrives can book. */
export type Found = { session: Session; course: Course; bookable: number };

/** Takes a search and a session and says whether it fits. Step-free means known to be: an unknown does not fit. */
export function fits(search: OfferSearch, { session, course, bookable }: Found): boolean {
	return (
		(search.kind === undefined || course.kind === search.kind) &&
		(search.courseLanguage === undefined || course.courseLanguage === search.courseLanguage) &&
		(search.spoken === undefined || session.spokenLanguages.includes(search.spoken)) &&
		(search.dayPart === undefined || isInDayPart(session, search.dayPart)) &&
		(search.office === undefined || course.office === search.office) &&
		(!search.childcare || session.childcare) &&
		(!search.stepFree || session.stepFree === true) &&
		(!search.freeOnly || bookable > 0)
	);
}
