// Calendar dates are plain ISO 8601 text ("2026-03-14"): no time, no zone, nothing that can move at a change
// of clocks. The arithmetic is on integers, because an intake file asks for it millions of times.

/** A day of the calendar as ISO 8601 text, "2026-03-14". Two of them compare as text, see {@link compareDates}. */
export type CalendarDate = string;

/** A date of birth of which the day, or the month and the day, may be unknown: "1985-07-XX", "1985-XX-XX". */
export type PartialDate = string;

const calendarDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const partialDate = /^(\d{4})-(?:(\d{2})-XX|XX-XX)$/;

/** Takes a year and a month (1 to 12) and returns the number of days of that month. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Takes a year and says whether it has a 29 February. */
export function isLeapYear(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Takes anything and says whether it is a day that exists, written as ISO 8601. There is no year 0000. */
export function isCalendarDate(value: unknown): value is CalendarDate {
	const parts = typeof value === 'string' ? calendarDate.exec(value) : null;
	return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Takes anything and says whether it is a calendar date, or one whose day, or month and day, is XX. */
export function isPartialDate(value: unknown): value is PartialDate {
	if (isCalendarDate(value)) return true;
	const parts = typeof value === 'string' ? partialDate.exec(value) : null;
	return parts !== null && isDay(Number(parts[1]), Number(parts[2] ?? 1), 1);
}

/** Takes a partial date and returns the first and the last day that it can stand for. */
export function possibleDates(date: PartialDate): { earliest: CalendarDate; latest: CalendarDate } {
	if (!date.endsWith('XX')) return { earliest: date, latest: date };
	const year = Number(date.slice(0, 4));
	const month = Number(date.slice(5, 7)); // NaN for "XX"
	if (Number.isNaN(month)) return { earliest: text(year, 1, 1), latest: text(year, 12, 31) };
	return { earliest: text(year, month, 1), latest: text(year, month, daysInMonth(year, month)) };
}

/** Takes two dates and returns a number below, at or above zero, as the first is earlier, the same or later. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
	// A year after 9999 (only ever computed, "until 9999-12-31" plus three years) is longer text.
	if (one.length !== other.length) return one.length - other.length;
	return one < other ? -1 : one > other ? 1 : 0;
}

/** Takes a date and a number of days, also negative, and returns the date so many days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
	return fromDayNumber(dayNumber(date) + days);
}

/**
 * Takes a date and a number of months, also negative: keeps the day of the month, or falls back to the last
 * day of a shorter month (31 August + 6 months = 28 or 29 February).
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
	const [year, month, day] = partsOf(date);
	const count = year * 12 + (month - 1) + months;
	const newYear = Math.floor(count / 12);
	const newMonth = count - newYear * 12 + 1;
	return text(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Takes a date and a number of years, with the same fall-back as {@link addMonths}: 29 Feb + 3 years = 28 Feb. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
	return addMonths(date, years * 12);
}

/** Takes two dates and returns the days from the first to the second, negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return dayNumber(to) - dayNumber(from);
}

/** Takes a date and returns its weekday as ISO 8601 counts it: 1 Monday to 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
	return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Takes a birth date and a date and returns the age in whole years at that date. Birthdays are compared by
 * month and day, so someone born on 29 February turns a year older on 1 March in a common year.
 */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
	const [birthYear, birthMonth, birthDay] = partsOf(birthDate);
	const [year, month, day] = partsOf(on);
	const hadBirthday = month > birthMonth || (month === birthMonth && day >= birthDay);
	return year - birthYear - (hadBirthday ? 0 : 1);
}

/** Takes a birth date, possibly incomplete, and a date and returns the lowest and highest age it can mean. */
export function possibleAges(birthDate: PartialDate, on: CalendarDate): { youngest: number; oldest: number } {
	const { earliest, latest } = possibleDates(birthDate);
	return { youngest: ageOn(latest, on), oldest: ageOn(earliest, on) };
}

function isDay(year: number, month: number, day: number): boolean {
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function partsOf(date: CalendarDate): [year: number, month: number, day: number] {
	const end = date.length;
	return [Number(date.slice(0, end - 6)), Number(date.slice(end - 5, end - 3)), Number(date.slice(end - 2))];
}

function text(year: number, month: number, day: number): CalendarDate {
	const pad = (part: number) => String(part).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, days_from_civil). */
function dayNumber(date: CalendarDate): number {
	const [year, month, day] = partsOf(date);
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

/** The inverse of dayNumber (H. Hinnant, civil_from_days). */
function fromDayNumber(days: number): CalendarDate {
	const shifted = days + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
			365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return text(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
