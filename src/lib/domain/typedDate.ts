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
	if (day === null || month === null || !year || !/^(19|20)\d{2}$/.test(year)) return null;
	if (day !== '' && month === '') return null;
	const part = (digits: string | undefined): string => (digits ? digits.padStart(2, '0') : 'XX');
	const date = `${year}-${part(month)}-${part(day)}`;
	return isCalendarDate(date) || isPartialDate(date) ? date : null;
}

/** Takes the parts of a date as typed and returns whether only its month keeps it from being one: a day stands alone. */
export const lacksMonth = (typed: TypedDate): boolean =>
	Boolean(digitsOf(typed.day)) &&
	digitsOf(typed.month) === '' &&
	readTypedDate({ ...typed, day: '' }) !== null;

/** What papers print for a part of a date that nobody knows. */
const unknown = /^(00|xx)$/i;

/** The digits of a field as ASCII; '' when it is empty or says that nobody knows, null when there is anything else in it. */
function digitsOf(typed: string): string | null {
	if (typed.length > 40) return null;
	const digits = typed
		.replace(/[\s\p{Cf}]/gu, '')
		.normalize('NFKC')
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
	if (unknown.test(digits)) return '';
	return /^\d{0,4}$/.test(digits) ? digits : null;
}
