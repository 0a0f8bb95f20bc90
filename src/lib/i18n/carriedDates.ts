import type { PartialDate } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/languages.ts';
import { monthInWords, patternInWords } from './dateInWords.ts';

/**
 * The words for dates that a page carries with it: few browsers know all twelve languages, and a month in another
 * language is a date missed.
 */
export type DateWords = {
	/** From Sunday on. */
	weekdays: string[];
	/** For each month: "{weekday} {day} août {year}". */
	days: string[];
	/** For each month, for dates of birth: "{day} août {year}". */
	births: string[];
	/** For each month, without a day: "août {year}". */
	months: string[];
	/** How the first of a month is said. */
	first: string;
};

const twelve = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** Takes a language and returns its words for dates. */
export const carryDates = (language: Language): DateWords => ({
	// The 11th of August 2024 was a Sunday.
	weekdays: Array.from({ length: 7 }, (_, day) => patternInWords(`2024-08-${11 + day}`, language).weekday),
	days: twelve.map((month) => patternInWords(`2024-${month}-22`, language).pattern),
	births: twelve.map((month) => patternInWords(`2024-${month}-22`, language, 'date').pattern),
	months: twelve.map((month) => monthInWords(`2024-${month}-01`, language).replace('2024', '{year}')),
	first: language === 'fr' ? '1er' : '1',
});

/** Takes a date, of which the day, or month and day, may be unknown, and says it by the words that were carried along. */
export const carriedDate = (date: PartialDate, words: DateWords): string => written(date, words.days, words);

/** The same of a date of birth, which stands on papers without its weekday. */
export const carriedBirthDate = (date: PartialDate, words: DateWords): string =>
	written(date, words.births, words);

const written = (
	date: PartialDate,
	days: readonly string[],
	{ weekdays, months, first }: DateWords,
): string => {
	const [year = '', month = '', day = ''] = date.split('-');
	const inMonth = Number(month) - 1;
	if (month === 'XX') return year;
	if (day === 'XX') return (months[inMonth] ?? '{year}').replace('{year}', year);
	return (days[inMonth] ?? '{year}')
		.replace('{weekday}', weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '')
		.replace('{day}', Number(day) === 1 ? first : String(Number(day)))
		.replace('{year}', year);
};
