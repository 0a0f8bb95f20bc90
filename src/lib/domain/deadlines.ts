import { addDays, addMonths, compareDates, daysBetween, type CalendarDate } from './dates.ts';
import { doneOn, type PathwayFacts, type Suspension } from './pathway.ts';
import type { Rules } from './rules/rules.ts';
import { statusOf } from './status.ts';

/** The day by which a step should be done. `printed` stands as such on a letter of the commune; else it is an estimate. */
export type Deadline = {
	step: 'registration' | 'completion';
	on: CalendarDate;
	source: 'printed' | 'estimate';
	/** The date on the letter, also where a suspension has moved the deadline since. */
	printedOn: CalendarDate | null;
	/** By how many days suspensions have moved it. */
	movedBy: number;
};

/**
 * Takes the facts of a dossier, today and the rules, and returns the one deadline that is running, or null.
 * Register by: confirmation + 6 months. Finish by: registration + 18 months. Days of suspension are added; both
 * ends count, overlapping ones once; one without an end counts up to and with today. A printed date holds in spite of the
 * suspensions that were recorded before it.
 */
export function runningDeadline(facts: PathwayFacts, today: CalendarDate, rules: Rules): Deadline | null {
	const status = statusOf(facts, today);
	if (facts.confirmedOn === null || status === 'closed' || status === 'completed') return null;
	const registeredOn = doneOn(facts, 'registration');
	const printedOn = registeredOn === null ? facts.registerByPrinted : null;
	const start = registeredOn ?? facts.confirmedOn;
	const months = registeredOn === null ? rules.registerByMonths : rules.finishByMonths;
	const inPrinted = printedOn === null ? [] : facts.suspensions.filter((each) => each.beforePrinted);
	const movedBy = suspendedDays(facts.suspensions, start, today) - suspendedDays(inPrinted, start, today);
	return {
		step: registeredOn === null ? 'registration' : 'completion',
		on: addDays(printedOn ?? addMonths(start, months), movedBy),
		// A printed date that a suspension has moved stands on no letter: it is an estimate again.
		source: printedOn !== null && movedBy === 0 ? 'printed' : 'estimate',
		printedOn,
		movedBy,
	};
}

/** Takes the facts, today and the rules, and says whether a deadline has passed. A suspended dossier is never late. */
export function isLate(facts: PathwayFacts, today: CalendarDate, rules: Rules): boolean {
	const deadline = runningDeadline(facts, today, rules);
	return deadline !== null && compareDates(deadline.on, today) < 0 && statusOf(facts, today) !== 'suspended';
}

/**
 * Takes the facts, today and the rules, and says whether today is the day that a letter of the commune prints. An estimate
 * is no such day: nobody is hurried by what may be wrong. A suspended dossier has none.
 */
export function isDueToday(facts: PathwayFacts, today: CalendarDate, rules: Rules): boolean {
	const deadline = runningDeadline(facts, today, rules);
	const isPrinted = deadline?.source === 'printed' && deadline.on === today;
	return isPrinted && statusOf(facts, today) !== 'suspended';
}

/**
 * Takes suspensions, the day a deadline began to run, and today, and returns how many days of that deadline they
 * cover: both ends included, each day once, none before the start. One without an end counts up to and with today.
 */
export function suspendedDays(
	suspensions: readonly Suspension[],
	start: CalendarDate,
	today: CalendarDate,
): number {
	let days = 0;
	let next = start; // the first day that is not counted yet
	for (const { from, until } of [...suspensions].sort((one, other) => compareDates(one.from, other.from))) {
		const first = compareDates(from, next) > 0 ? from : next;
		const last = until ?? today;
		if (compareDates(last, first) < 0) continue;
		days += daysBetween(first, last) + 1;
		next = addDays(last, 1);
	}
	return days;
}
