import * as v from 'valibot';
import { isOfferId } from './course.ts';
import { isCalendarDate } from './dates.ts';
import { isKnownLanguage } from './languageTag.ts';

// The cells of an offer file, each with the one code that says what is wrong with it. Providers write their sheets by
// hand, in French, Dutch or English: what can be read only one way is read.

/** A cell that must hold something, at most so many letters. */
export const text = (most: number) =>
	v.pipe(v.string(), v.trim(), v.nonEmpty('missing_cell'), v.maxLength(most, 'text_too_long'));

/** An id that can stand in an address and on paper. */
export const id = v.pipe(text(80), v.check(isOfferId, 'wrong_id'));

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
	v.pipe(
		text(20),
		v.check((cell) => isWhole(cell, least, most), 'wrong_number'),
		v.transform(Number),
	);

/** A whole number from `least` to `most`, or nothing, which means `empty`. */
export const wholeOrEmpty = <Empty extends number | null>(least: number, most: number, empty: Empty) =>
	v.pipe(
		v.string(),
		v.check((cell) => cell === '' || isWhole(cell, least, most), 'wrong_number'),
		v.transform((cell): number | Empty => (cell === '' ? empty : Number(cell))),
	);

/** A day as "2026-03-14". */
export const day = v.pipe(
	text(20),
	v.check((cell) => isCalendarDate(cell), 'wrong_date'),
);

/** A time of day as "9:00", "09:00", "9h" or "9h30"; as "09:00". */
export const time = v.pipe(
	text(8),
	v.regex(/^([01]?\d|2[0-3])(:[0-5]\d(:00)?|[hHuU]([0-5]\d)?)$/, 'wrong_time'),
	v.transform((cell) => {
		const [hour = '', minute = ''] = cell.split(/[:hHuU]/);
		return `${hour.padStart(2, '0')}:${minute.padEnd(2, '0')}`;
	}),
);

/** One or more language tags (BCP 47). */
export const languageTags = v.pipe(
	text(200),
	v.transform(listOf),
	v.check((tags) => tags.every(isKnownLanguage), 'unknown_language'),
	v.transform((tags) => [...new Set(tags.map(plainTag))]),
);

/** One language tag or nothing. */
export const languageTag = v.pipe(
	v.string(),
	v.check((cell) => cell === '' || isKnownLanguage(cell), 'unknown_language'),
	v.transform((cell) => (cell === '' ? null : plainTag(cell))),
);

/** A level, or nothing; the ways in which providers write the usual ones become one. */
export const level = v.pipe(
	v.string(),
	v.maxLength(20, 'text_too_long'),
	v.transform((cell) => {
		const plain = cell.trim();
		if (literacyNames.includes(plain.toLowerCase())) return 'literacy';
		return /^a[12]([.,]\d)?$/i.test(plain) ? plain.toUpperCase().replace(',', '.') : plain;
	}),
);

const literacyNames = ['literacy', 'alpha', 'alphabétisation', 'alphabetisation', 'alfa', 'alfabetisering'];

/** Days of the week as numbers (1 Monday to 7 Sunday, ISO 8601) or by name; ascending numbers. */
export const weekdays = v.pipe(
	text(80),
	v.transform((cell) => listOf(cell).map(weekday)),
	v.check((days) => days.length > 0 && days.every((each) => each !== null), 'wrong_weekdays'),
	v.transform((days) => [...new Set(days as number[])].toSorted((one, other) => one - other)),
);

/** Yes, no, or nothing written. */
export const yesOrNo = v.pipe(
	v.string(),
	v.transform((cell) => cell.toLowerCase()),
	v.check((cell) => Object.hasOwn(answers, cell), 'unknown_value'),
	v.transform((cell) => answers[cell] ?? null),
);

/** Who teaches, where the provider says so. */
export const gender = v.pipe(
	v.string(),
	v.transform((cell) => cell.toLowerCase()),
	v.check((cell) => Object.hasOwn(genders, cell), 'unknown_value'),
	v.transform((cell) => genders[cell] ?? null),
);

const answers: Record<string, boolean | null> = {
	...{ yes: true, true: true, oui: true, ja: true, y: true, o: true, j: true, '1': true, x: true },
	...{ no: false, false: false, non: false, nee: false, n: false, '0': false },
	...{ '': null, unknown: null, '?': null },
};

const genders: Record<string, 'female' | 'male' | null> = {
	...{ female: 'female', f: 'female', woman: 'female', femme: 'female', vrouw: 'female', v: 'female' },
	...{ male: 'male', m: 'male', man: 'male', homme: 'male', h: 'male' },
	...{ '': null, any: null, unknown: null, mixed: null, x: null },
};

/** Names of the days; "ma" is left out: Monday in Dutch and Tuesday in French. */
const dayNames: readonly string[][] = [
	['1', 'mo', 'mon', 'monday', 'lu', 'lun', 'lundi', 'maa', 'maandag'],
	['2', 'tu', 'tue', 'tuesday', 'mar', 'mardi', 'di', 'din', 'dinsdag'],
	['3', 'we', 'wed', 'wednesday', 'me', 'mer', 'mercredi', 'wo', 'woe', 'woensdag'],
	['4', 'th', 'thu', 'thursday', 'je', 'jeu', 'jeudi', 'do', 'don', 'donderdag'],
	['5', 'fr', 'fri', 'friday', 've', 'ven', 'vendredi', 'vr', 'vri', 'vrijdag'],
	['6', 'sa', 'sat', 'saturday', 'sam', 'samedi', 'za', 'zat', 'zaterdag'],
	['7', 'su', 'sun', 'sunday', 'dim', 'dimanche', 'zo', 'zon', 'zondag'],
];

function weekday(name: string): number | null {
	const found = dayNames.findIndex((names) => names.includes(name.toLowerCase()));
	return found < 0 ? null : found + 1;
}

function listOf(cell: string): string[] {
	return cell.split(/[\s;,|/+]+/).filter((part) => part !== '');
}

function isWhole(cell: string, least: number, most: number): boolean {
	return /^\d{1,6}$/.test(cell) && Number(cell) >= least && Number(cell) <= most;
}

function plainTag(tag: string): string {
	return tag.replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase());
}
