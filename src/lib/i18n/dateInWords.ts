import type { PartialDate } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/languages.ts';

/**
 * The calendar and the digits are those of every Belgian paper: Persian and Pashto would otherwise count in the
 * solar Hijri calendar, and a date that reads unlike the letter is a date missed.
 */
const localeOf = (language: Language): string =>
	`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;

type Style = 'full' | 'date' | 'day' | 'month';

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (language: Language, style: Style): Intl.DateTimeFormat => {
	const name = `${language} ${style}`;
	const known = formats.get(name);
	if (known) return known;
	const made = new Intl.DateTimeFormat(localeOf(language), {
		...(style === 'month' ? {} : { day: 'numeric' }),
		...(style === 'full' || style === 'day' ? { weekday: 'long' } : {}),
		month: 'long',
		...(style === 'day' ? {} : { year: 'numeric' }),
		timeZone: 'UTC',
	});
	formats.set(name, made);
	return made;
};

/** Russian and Ukrainian put "г." or "р." after the year: a sentence that ends with a date would end with two stops. */
const yearWord = /\s[гр]\.$/u;

const sayAnew = (date: string, language: Language, style: Style): string =>
	format(language, style)
		.format(new Date(`${date}T00:00:00Z`))
		.replace(yearWord, '');

/** Days in words, as said before: a page says a dozen of them, and everybody's pages say the same ones. */
const said = new Map<string, string>();
const mostSaid = 10_000;

const say = (date: string, language: Language, style: Style): string => {
	// Days of birth are said in this style: nothing of one person is kept for others.
	if (style === 'date') return sayAnew(date, language, style);
	const name = `${date} ${language} ${style}`;
	const known = said.get(name);
	if (known !== undefined) return known;
	const words = sayAnew(date, language, style);
	if (said.size >= mostSaid) said.clear();
	said.set(name, words);
	return words;
};

/** Takes a calendar date and the words made for it; French says the first of a month as "1er". */
const withFirst = (date: string, language: Language, words: string): string =>
	language === 'fr' && date.endsWith('-01') ? words.replace(/(^| )1 /, '$11er ') : words;

/** Takes a calendar date ("2026-07-10") and a language and returns it with weekday and month in words. */
export const dateInWords = (date: string, language: Language): string =>
	withFirst(date, language, say(date, language, 'full'));

/** The same of a date of birth, without the weekday, and of which the day, or month and day, may be unknown. */
export const birthDateInWords = (date: PartialDate, language: Language): string =>
	date.endsWith('XX')
		? partialDateInWords(date, language)
		: withFirst(date, language, say(date, language, 'date'));

/** The same in digits, in the order of the fields that ask for it; what is unknown is left out, as it is left empty there. */
export const birthDateInDigits = (date: PartialDate): string =>
	date
		.split('-')
		.filter((part) => part !== 'XX')
		.reverse()
		.join(' ');

/** The same without the year, for a day of the next weeks. */
export const dayInWords = (date: string, language: Language): string =>
	withFirst(date, language, say(date, language, 'day'));

/** Takes a date of which the day, or month and day, may be unknown, and returns in words what is known of it. */
export const partialDateInWords = (date: PartialDate, language: Language): string => {
	if (!date.endsWith('XX')) return dateInWords(date, language);
	return date.endsWith('XX-XX') ? date.slice(0, 4) : monthInWords(date.replace('XX', '01'), language);
};

/** Takes a calendar date and a language and returns its month in words, with the year. */
export const monthInWords = (date: string, language: Language): string => say(date, language, 'month');

/**
 * Takes a calendar date and a language and returns its weekday, and how it is written, with places for weekday, day and
 * year; `date` is the same without the weekday.
 */
export const patternInWords = (
	date: string,
	language: Language,
	style: 'full' | 'date' = 'full',
): { weekday: string; pattern: string } => {
	const parts = format(language, style).formatToParts(new Date(`${date}T00:00:00Z`));
	const pattern = parts.map(({ type, value }) =>
		type === 'weekday' || type === 'day' || type === 'year' ? `{${type}}` : value,
	);
	return {
		weekday: parts.find(({ type }) => type === 'weekday')?.value ?? '',
		pattern: pattern.join('').replace(yearWord, ''),
	};
};
