import { isCalendarDate, isPartialDate } from './dates.ts';
import type { PartialDate } from './dates.ts';

/** The three parts of a date as somebody typed them; a day, or day and month, that is empty, 00 or XX is not known. */
export type TypedDate = { day: string; month: string; year: string };

/**
 * Takes the parts of a date as typed (digits of any script that Halte serves, spaces, marks of direction) and
 * returns the partial date meant; refuses with null what is no date, a year before 1900, or a day without its month.
 */
export function readTypedDate(typed: TypedDate): PartialDate | null {
	const [day, month, year] = [typed.day, typed.month, typed.year].map(digitsOf);
	if (day === null || month === null || !year || !plausibleYear.test(year)) return null;
	if (day !== '' && month === '') return null;
	const part = (digits: string | undefined): string => (digits ? digits.padStart(2, '0') : 'XX');
	const date = `${year}-${part(month)}-${part(day)}`;
	return isCalendarDate(date) || isPartialDate(date) ? date : null;
}

/** What keeps the parts of a date as typed from being one, so that each fault gets the sentence that helps. */
export type DateFault = 'not_digits' | 'year_digits' | 'year_far' | 'month_missing' | 'unreal';

/** Takes the parts of a date that {@link readTypedDate} refused and returns what to put right first. */
export function faultOfDate(typed: TypedDate): DateFault {
	if (Object.values(typed).some((part) => !/^(\d*|xx)$/i.test(plain(part)))) return 'not_digits';
	const year = plain(typed.year);
	if (!/^\d{4}$/.test(year)) return 'year_digits';
	if (!plausibleYear.test(year)) return 'year_far';
	return digitsOf(typed.day) !== '' && digitsOf(typed.month) === '' ? 'month_missing' : 'unreal';
}

/** Nobody who lives was born, came or was registered in another. */
const plausibleYear = /^(19|20)\d{2}$/;

/** What papers print for a part of a date that nobody knows. */
const unknown = /^(00|xx)$/i;

/** More than anybody types for a part of a date; not read, so that nothing long is worked on. */
const mostLetters = 40;

/** A field with its digits in ASCII, without spaces and marks of direction. */
function plain(typed: string): string {
	if (typed.length > mostLetters) return typed.slice(0, mostLetters);
	return typed
		.replace(/[\s\p{Cf}]/gu, '')
		.normalize('NFKC')
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** The digits of a field as ASCII; '' when it is empty or says that nobody knows, null when there is anything else in it. */
function digitsOf(typed: string): string | null {
	if (typed.length > mostLetters) return null;
	const digits = plain(typed);
	if (unknown.test(digits)) return '';
	return /^\d{0,4}$/.test(digits) ? digits : null;
}
