import { brusselsToday } from './brusselsTime.ts';
import { addDays } from './dates.ts';
import type { OpeningHours } from './openingHours.ts';
import { openingsOn } from './openings.ts';

/** So many hours of an open office a person has to answer an offer: enough to come by and ask. */
export const offerHours = 24;

/** The hours of an office that has announced none: working days, as most are open. Public holidays are not. */
export const usualHours: OpeningHours = [
	{
		weekdays: [1, 2, 3, 4, 5],
		onHolidays: false,
		dates: [],
		spans: [{ from: '09:00', to: '17:00' }],
		adds: false,
	},
];

const horizonDays = 370;

/**
 * Takes the opening hours of the session's office (null: none are known), the instant of the offer and the beginning of
 * the session; returns until when the offer can be taken: 24 opening hours later, and never after the beginning.
 */
export function offerUntil(hours: OpeningHours | null, now: Date, starts: Date): Date {
	const today = brusselsToday(now);
	let left = offerHours * 60 * 60_000;
	for (let day = 0; day < horizonDays; day += 1)
		for (const { start, end } of openingsOn(hours ?? usualHours, addDays(today, day))) {
			const from = Math.max(start.getTime(), now.getTime());
			if (from >= starts.getTime()) return starts;
			const open = end.getTime() - from;
			if (open >= left) return new Date(Math.min(from + left, starts.getTime()));
			left -= Math.max(0, open);
		}
	return starts;
}
