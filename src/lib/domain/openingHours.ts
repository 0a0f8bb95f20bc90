import type { LocalTime } from './brusselsTime.ts';
import { isCalendarDate } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

// A small part of the opening_hours notation of OpenStreetMap (https://wiki.openstreetmap.org/wiki/Key:opening_hours),
// in the local time of Brussels. docs/formats.md describes it and says where it is stricter.

/** A stretch of one day, from a time up to but without another; "24:00" is the end of the day. */
export type Span = { from: LocalTime; to: LocalTime };

/** One rule: on which days which spans hold; none means closed. `adds` joins them to those of earlier rules. */
export type HoursRule = {
	/** 1 Monday to 7 Sunday (ISO 8601). */
	weekdays: readonly number[];
	onHolidays: boolean;
	dates: readonly { from: CalendarDate; to: CalendarDate }[];
	spans: readonly Span[];
	adds: boolean;
};

/** Opening hours as rules, in the order in which they were written. */
export type OpeningHours = readonly HoursRule[];

/** Why opening hours were refused; the piece of the text that it is about comes with it. */
export type HoursReason =
	| 'hours_empty'
	| 'hours_too_long'
	| 'unknown_day'
	| 'unknown_time'
	| 'times_missing'
	| 'end_before_beginning'
	| 'overlapping_times';

type Read<Value> = Result<Value, HoursReason, { at: string }>;

const dayNames = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** A comma after times and before a day begins a rule that adds ("Mo-Fr 09:00-12:00, Th 17:00-20:00"). */
const addition = /(?<=\d:\d\d|off|closed)\s*,\s*(?=[a-z]|\d{4}-)/i;
const ruleForm = /^(.*?)\s*(off|closed|\d{1,2}:.*)$/i;
const spanForm = /^(\d{1,2}):([0-5]\d)\s*-\s*(\d{1,2}):([0-5]\d)$/;

/** Takes opening hours as text and returns their rules, or refuses with a reason and the piece that is wrong. */
export function readOpeningHours(text: string): Read<OpeningHours> {
	if (text.length > 1000) return refuse('hours_too_long', { at: text.slice(0, 40) });
	// Spreadsheets turn hyphens into dashes by themselves.
	const pieces = text
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.split(';')
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');
	if (pieces.length === 0) return refuse('hours_empty', { at: text });
	const rules: HoursRule[] = [];
	for (const piece of pieces)
		for (const [place, words] of piece.split(addition).entries()) {
			const rule = readRule(words.trim(), place > 0);
			if (!rule.ok) return rule;
			rules.push(rule.value);
		}
	return ok(rules);
}

/** Takes the hours that are kept of a place and returns their rules; null where none are known. */
export function knownHours(text: string | null): OpeningHours | null {
	const read = text === null ? null : readOpeningHours(text);
	return read?.ok ? read.value : null;
}

function readRule(words: string, adds: boolean): Read<HoursRule> {
	if (words === '24/7')
		return ok({
			...noDays,
			weekdays: everyDay,
			onHolidays: true,
			spans: [{ from: '00:00', to: '24:00' }],
			adds,
		});
	const parts = ruleForm.exec(words);
	if (!parts) return refuse('times_missing', { at: words });
	const days = readDays(parts[1] ?? '');
	if (!days.ok) return days;
	const spans = readSpans(parts[2] ?? '');
	if (!spans.ok) return spans;
	return ok({ ...days.value, spans: spans.value, adds: adds && spans.value.length > 0 });
}

type Days = Pick<HoursRule, 'weekdays' | 'onHolidays' | 'dates'>;
const noDays: Days = { weekdays: [], onHolidays: false, dates: [] };

function readDays(words: string): Read<Days> {
	if (words === '') return ok({ ...noDays, weekdays: everyDay });
	const weekdays: number[] = [];
	const dates: { from: CalendarDate; to: CalendarDate }[] = [];
	let onHolidays = false;
	for (const name of words.split(',').map((piece) => piece.trim())) {
		const [first = '', last = first, ...more] = name.split(isCalendarDate(name.slice(0, 10)) ? '/' : '-');
		if (more.length > 0) return refuse('unknown_day', { at: name });
		const from = dayNames.indexOf(first.toLowerCase());
		const to = dayNames.indexOf(last.toLowerCase());
		if (name.toLowerCase() === 'ph') onHolidays = true;
		else if (from >= 0 && to >= 0)
			for (let day = from; ; day = (day + 1) % 7) {
				weekdays.push(day + 1);
				if (day === to) break;
			}
		else if (isCalendarDate(first) && isCalendarDate(last)) {
			if (last < first) return refuse('end_before_beginning', { at: name });
			dates.push({ from: first, to: last });
		} else return refuse('unknown_day', { at: name });
	}
	return ok({ weekdays, onHolidays, dates });
}

function readSpans(words: string): Read<Span[]> {
	if (/^(off|closed)$/i.test(words)) return ok([]);
	const spans: Span[] = [];
	for (const piece of words.split(',').map((each) => each.trim())) {
		const [, fromHour = '', fromMinute, toHour = '', toMinute] = spanForm.exec(piece) ?? [];
		const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
		const to = `${toHour.padStart(2, '0')}:${toMinute}`;
		if (!fromMinute || from >= '24:00' || to > '24:00') return refuse('unknown_time', { at: piece });
		if (to <= from) return refuse('end_before_beginning', { at: piece });
		if (spans.some((span) => from < span.to && span.from < to))
			return refuse('overlapping_times', { at: piece });
		spans.push({ from, to });
	}
	return ok(spans.sort((one, other) => (one.from < other.from ? -1 : 1)));
}
