import { compareDates, type CalendarDate } from './dates.ts';
import { doneOn, type PathwayFacts, type Suspension } from './pathway.ts';

/** Where a dossier stands. It is computed from facts and today, never typed in. */
export const statuses = [
	/** The commune has still to confirm the obligation that the rules propose. */
	'to_confirm',
	/** Only a person can settle whether the pathway is an obligation. */
	'review',
	'exempt',
	'not_concerned',
	/** Follows the pathway without an obligation. */
	'voluntary',
	/** Confirmed obligation, under way. */
	'running',
	/** Obliged or voluntary, waiting for a seat and holding none. */
	'on_waiting_list',
	'suspended',
	'completed',
	'closed',
] as const;
export type Status = (typeof statuses)[number];

/** Takes the facts of a dossier and today, and returns its status (decree of 18 January 2024, arts. 24 to 32). */
export function statusOf(facts: PathwayFacts, today: CalendarDate): Status {
	if (facts.closedOn !== null && compareDates(facts.closedOn, today) <= 0) return 'closed';
	if (doneOn(facts, 'completion') !== null) return 'completed';
	const followed = facts.confirmedOn !== null || facts.done.length > 0;
	if (!followed) return unfollowed(facts);
	if (facts.suspensions.some((each) => covers(each, today))) return 'suspended';
	if (facts.waiting.length > 0 && facts.booked.length === 0) return 'on_waiting_list';
	return facts.confirmedOn === null ? 'voluntary' : 'running';
}

/**
 * Takes what was decided of a dossier and says whether its person must follow the pathway: by the rules, or because the
 * commune confirmed it after a review.
 */
export function mustFollow({ outcome, confirmedOn }: Pick<PathwayFacts, 'outcome' | 'confirmedOn'>): boolean {
	return confirmedOn !== null || outcome === 'obliged';
}

/** Takes the suspensions and a day and returns the one in force that lasts longest, or null. */
export function suspensionOn(suspensions: readonly Suspension[], day: CalendarDate): Suspension | null {
	return (
		suspensions
			.filter((each) => covers(each, day))
			.sort((one, other) =>
				one.until === null ? -1 : other.until === null ? 1 : compareDates(other.until, one.until),
			)[0] ?? null
	);
}

/** Nobody has confirmed anything and no office has seen the person: the rules' own answer stands. */
function unfollowed({ outcome }: PathwayFacts): Status {
	return outcome === 'obliged' ? 'to_confirm' : outcome;
}

function covers({ from, until }: Suspension, day: CalendarDate): boolean {
	return compareDates(from, day) <= 0 && (until === null || compareDates(day, until) <= 0);
}
