import type { CalendarDate } from './dates.ts';
import { daysBetween } from './dates.ts';

/** The kinds of places where people are received. */
export const officeKinds = [
	/** The people who answer for the whole service: their number and address stand on every page. */
	'front_desk',
	'commune',
	'reception_office',
	'cpas',
	'course_provider',
	'language_house',
	'association',
	'other',
] as const;
/** The kind of an office, as a code. */
export type OfficeKind = (typeof officeKinds)[number];

/** A place where people are received, as its operator described it. */
export type Office = {
	id: string;
	kind: OfficeKind;
	nameFr: string;
	nameNl: string;
	/** NIS code; null for one that serves the whole Region. */
	commune: string | null;
	street: string | null;
	number: string | null;
	postcode: string | null;
	/** E.164. */
	phone: string | null;
	email: string | null;
	postAddress: string | null;
	/** In the notation of openingHours.ts. */
	hours: string | null;
	/** Spoken there, as BCP 47 tags. */
	languages: string[];
	/** null: not known. */
	stepFree: boolean | null;
	/** The day somebody last made sure that all this is right. */
	lastChecked: CalendarDate | null;
};

/** After so many days nobody should travel on the strength of what is written here without asking first. */
export const staleAfterDays = 90;

/** Takes the day of the last check and today, and says whether to ask before travelling. */
export function askBeforeTravel(lastChecked: CalendarDate | null, today: CalendarDate): boolean {
	return lastChecked === null || daysBetween(lastChecked, today) > staleAfterDays;
}
