import { addDays } from './dates.ts';
import type { CalendarDate } from './dates.ts';

/** What can go wrong with a service. */
export const complaintSubjects = [
	'line_saturated',
	'counter_closed',
	'wrong_letter',
	'not_understood',
	'no_interpreter',
	'rude',
	'accessibility',
	'too_slow',
	'no_other_way',
	'this_site',
	'other',
] as const;
/** What went wrong, as a code. */
export type ComplaintSubject = (typeof complaintSubjects)[number];

/** The person's own words are kept up to this length. */
export const mostWords = 2000;

/**
 * Within so many days a complaint is answered. It is an aim, not law: 40 calendar days is what the federal Finance
 * service holds itself to (rapportannuel.finances.belgium.be), and no text for the pathway is known.
 */
export const answerDays = 40;

/** Takes the day a complaint came in and returns the day by which it should be answered. */
export function answerBy(openedOn: CalendarDate): CalendarDate {
	return addDays(openedOn, answerDays);
}
