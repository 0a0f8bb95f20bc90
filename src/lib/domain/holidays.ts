import { addDays } from './dates.ts';
import type { CalendarDate } from './dates.ts';

/** The ten legal public holidays of Belgium (royal decree of 18 April 1974, article 1). */
export const holidays = [
	'new_year',
	'easter_monday',
	'labour_day',
	'ascension',
	'whit_monday',
	'national_day',
	'assumption',
	'all_saints',
	'armistice',
	'christmas',
] as const;

/** One of the ten, as a code. */
export type Holiday = (typeof holidays)[number];

/** Takes a year of the Gregorian calendar and returns the date of Easter Sunday (Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDate {
	const moon = year % 19;
	const century = Math.floor(year / 100);
	const yearOfCentury = year % 100;
	const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * moon + century - Math.floor(century / 4) - correction + 15) % 30;
	const weekday =
		(32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
	const late = Math.floor((moon + 11 * epact + 22 * weekday) / 451);
	const count = epact + weekday - 7 * late + 114;
	const month = Math.floor(count / 31);
	return `${year}-0${month}-${String((count % 31) + 1).padStart(2, '0')}`;
}

/** Takes a year and returns its public holidays with their dates, in the order of the calendar. */
export function holidaysOf(year: number): { date: CalendarDate; holiday: Holiday }[] {
	const easter = easterSunday(year);
	const dates: Record<Holiday, CalendarDate> = {
		new_year: `${year}-01-01`,
		easter_monday: addDays(easter, 1),
		labour_day: `${year}-05-01`,
		ascension: addDays(easter, 39),
		whit_monday: addDays(easter, 50),
		national_day: `${year}-07-21`,
		assumption: `${year}-08-15`,
		all_saints: `${year}-11-01`,
		armistice: `${year}-11-11`,
		christmas: `${year}-12-25`,
	};
	return holidays
		.map((holiday) => ({ date: dates[holiday], holiday }))
		.sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** The holidays of a year by their dates: timetables ask for many days of the same few years. */
const byDate = new Map<string, ReadonlyMap<CalendarDate, Holiday>>();
const mostYears = 200;

/** Takes a date and returns the public holiday it is, or null. On 1 May Ascension may fall too: Labour Day is named. */
export function holidayOn(date: CalendarDate): Holiday | null {
	const year = date.slice(0, 4);
	let known = byDate.get(year);
	if (!known) {
		// The first of two on the same day is named: they come in the order of the list.
		const all = holidaysOf(Number(year)).toReversed();
		known = new Map(all.map((each) => [each.date, each.holiday]));
		if (byDate.size < mostYears) byDate.set(year, known);
	}
	return known.get(date) ?? null;
}
