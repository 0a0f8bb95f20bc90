import { brusselsClock, brusselsToday } from './brusselsTime.ts';
import { addDays } from './dates.ts';
import type { CallbackRules } from './callbackRules.ts';
import { openingsOn } from './openings.ts';
import type { Opening } from './openings.ts';

/** Two hours in which somebody will call. */
export type CallbackWindow = Opening;

/** How many requests each window holds already, by the instant of its beginning in milliseconds. */
export type WindowLoad = ReadonlyMap<number, number>;

/** How far ahead a window with room is looked for. */
const horizonDays = 120;

/**
 * Takes the rules and the present instant and yields the windows from then on, in order. Each opening is cut from its
 * beginning into windows of real time, so that one lasts two hours also in the nights when the clock is changed; what
 * remains at its end is too short for a promise and is left out.
 */
export function* windowsFrom(rules: CallbackRules, now: Date): Generator<CallbackWindow> {
	const length = rules.windowMinutes * 60_000;
	const today = brusselsToday(now);
	for (let day = 0; day < horizonDays; day += 1)
		for (const { start, end } of openingsOn(rules.hours, addDays(today, day)))
			for (let at = start.getTime(); at + length <= end.getTime(); at += length)
				if (at >= now.getTime()) yield { start: new Date(at), end: new Date(at + length) };
}

/**
 * Takes the rules, the present instant and how full the windows are, and returns those to offer: far enough away, with
 * room, over the days ahead, and later ones while there are too few. There is always one, unless the hours are empty.
 */
export function offeredWindows(rules: CallbackRules, now: Date, load: WindowLoad): CallbackWindow[] {
	const earliest = new Date(now.getTime() + rules.leadMinutes * 60_000);
	const lastDay = addDays(brusselsToday(now), rules.daysAhead);
	const offered: CallbackWindow[] = [];
	for (const window of windowsFrom(rules, earliest)) {
		if (brusselsToday(window.start) > lastDay && offered.length >= rules.fewestOffered) break;
		if ((load.get(window.start.getTime()) ?? 0) < rules.capacity) offered.push(window);
	}
	return offered;
}

/** Takes the rules, the present instant and the beginning of a window that somebody picked: the window, or null when it is none or too near. */
export function windowAt(rules: CallbackRules, now: Date, start: Date): CallbackWindow | null {
	const earliest = new Date(now.getTime() + rules.leadMinutes * 60_000);
	for (const window of windowsFrom(rules, earliest)) {
		if (window.start.getTime() === start.getTime()) return window;
		if (window.start > start) return null;
	}
	return null;
}

/**
 * Takes the rules, the instants of the tries made and the present instant, and returns the window of the next try: the
 * first one that begins at an hour at which nobody tried yet, else (hours are short) the first one.
 */
export function windowForNextTry(
	rules: CallbackRules,
	tries: readonly Date[],
	now: Date,
): CallbackWindow | null {
	const length = rules.windowMinutes;
	const tried = tries.map(minuteOfDay);
	let first: CallbackWindow | null = null;
	let looked = 0;
	for (const window of windowsFrom(rules, now)) {
		first ??= window;
		const begins = minuteOfDay(window.start);
		if (!tried.some((minute) => minute >= begins && minute < begins + length)) return window;
		if ((looked += 1) > 40) break;
	}
	return first;
}

/** Takes the instants of tries and returns how many different hours of the clock they fall into. */
export function differentHours(tries: readonly Date[]): number {
	return new Set(tries.map((at) => brusselsClock(at).time.slice(0, 2))).size;
}

function minuteOfDay(instant: Date): number {
	const { time } = brusselsClock(instant);
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
