import { brusselsClock, brusselsInstant, brusselsToday } from './brusselsTime.ts';
import { addDays, weekdayOf } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { holidayOn } from './holidays.ts';
import type { Holiday } from './holidays.ts';
import type { HoursRule, OpeningHours, Span } from './openingHours.ts';

/** A stretch of real time in which a place is open: from its first instant up to, but without, its last. */
export type Opening = { start: Date; end: Date };

/** Open, and until when (null: around the clock), or closed, and when it opens (null: no opening is known). */
export type Openness = { open: true; until: Date | null } | { open: false; opensAt: Date | null };

/** One day of a week as a place announces it. */
export type DayListing = { date: CalendarDate; holiday: Holiday | null; spans: Span[] };

/** How far ahead an opening is looked for: a place closed for a whole year announces nothing. */
const horizonDays = 370;

/**
 * Takes opening hours and a date and returns the spans of that day, in order. A rule for the date beats a rule for
 * public holidays, which beats one for its weekday; among equals the later rule replaces the earlier, unless it adds.
 * On a public holiday that no rule names the place is closed: an open door announced in vain is the worse mistake.
 */
export function spansOn(hours: OpeningHours, date: CalendarDate): Span[] {
	const dated = hours.filter((rule) => rule.dates.some(({ from, to }) => from <= date && date <= to));
	if (dated.length > 0) return combine(dated);
	if (holidayOn(date)) return combine(hours.filter((rule) => rule.onHolidays));
	return combine(hours.filter((rule) => rule.weekdays.includes(weekdayOf(date))));
}

/** Takes opening hours and a date and returns the stretches of real time in which the place is open on that day. */
export function openingsOn(hours: OpeningHours, date: CalendarDate): Opening[] {
	return spansOn(hours, date)
		.map(({ from, to }) => ({ start: shown(date, from, 'first'), end: shown(date, to, 'second') }))
		.filter(({ start, end }) => start < end);
}

/** Takes opening hours and the present instant and says whether the place is open, and when that changes. */
export function opennessAt(hours: OpeningHours, now: Date): Openness {
	const today = brusselsToday(now);
	let until: Date | null = null;
	for (let day = 0; day < horizonDays; day += 1)
		for (const { start, end } of openingsOn(hours, addDays(today, day))) {
			if (end <= now) continue;
			if (until && start > until) return { open: true, until };
			if (!until && start > now) return { open: false, opensAt: start };
			until = end;
			if (day > 7) return { open: true, until: null };
		}
	return until ? { open: true, until } : { open: false, opensAt: null };
}

/** Takes opening hours and a stretch of time and says whether the place is open during any of it. */
export function opensDuring(hours: OpeningHours, { start, end }: Opening): boolean {
	const openness = opennessAt(hours, start);
	return openness.open || (openness.opensAt !== null && openness.opensAt < end);
}

/** Takes opening hours and a stretch of time and says whether the place is open from its beginning to its end. */
export function isOpenThroughout(hours: OpeningHours, { start, end }: Opening): boolean {
	const openness = opennessAt(hours, start);
	return openness.open && (openness.until === null || openness.until >= end);
}

/** Takes opening hours and a date and returns that day and the six after it, each with its spans. */
export function weekFrom(hours: OpeningHours, first: CalendarDate): DayListing[] {
	return Array.from({ length: 7 }, (_, day) => {
		const date = addDays(first, day);
		return { date, holiday: holidayOn(date), spans: spansOn(hours, date) };
	});
}

function combine(rules: readonly HoursRule[]): Span[] {
	return rules.reduce<Span[]>((spans, rule) => (rule.adds ? union(spans, rule.spans) : [...rule.spans]), []);
}

function union(some: readonly Span[], more: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of [...some, ...more].sort((one, other) => (one.from < other.from ? -1 : 1))) {
		const last = joined.at(-1);
		if (last && span.from <= last.to) last.to = last.to > span.to ? last.to : span.to;
		else joined.push({ ...span });
	}
	return joined;
}

/** The instant at which the clock shows a time; one that it leaves out in March is the moment it is put forward. */
function shown(date: CalendarDate, time: string, twice: 'first' | 'second'): Date {
	const instant = brusselsInstant(date, time, twice);
	const leftOut = time !== '24:00' && brusselsClock(instant).time !== time;
	return leftOut ? brusselsInstant(date, '03:00') : instant;
}
