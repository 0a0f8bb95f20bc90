import { compareDates } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { isOfficeStep } from './pathway.ts';
import type { Suspension } from './pathway.ts';

/** The facts of a dossier as they are kept, before anybody trusts them. */
export type KeptFacts = {
	confirmedOn: CalendarDate | null;
	closedOn: CalendarDate | null;
	done: readonly { step: string; on: CalendarDate }[];
	suspensions: readonly Suspension[];
};

/** What facts can get wrong that no service would have written. */
export type FactFault =
	| 'unknown_step'
	| 'step_in_future'
	| 'step_without_registration'
	| 'step_before_registration'
	| 'step_after_completion'
	| 'confirmed_in_future'
	| 'suspension_ends_before_it_begins'
	| 'two_suspensions_without_end';

/** Takes the kept facts of one dossier and today, and returns what contradicts itself, each fault once. */
export function factFaults(facts: KeptFacts, today: CalendarDate): FactFault[] {
	const registration = facts.done.find(({ step }) => step === 'registration');
	const completion = facts.done.find(({ step }) => step === 'completion');
	const others = facts.done.filter((each) => each !== registration);
	const found: [FactFault, boolean][] = [
		['unknown_step', facts.done.some(({ step }) => !isOfficeStep(step))],
		['step_in_future', facts.done.some(({ on }) => compareDates(on, today) > 0)],
		['step_without_registration', !registration && others.length > 0],
		[
			'step_before_registration',
			registration !== undefined && others.some(({ on }) => compareDates(on, registration.on) < 0),
		],
		[
			'step_after_completion',
			completion !== undefined && facts.done.some(({ on }) => compareDates(on, completion.on) > 0),
		],
		['confirmed_in_future', facts.confirmedOn !== null && compareDates(facts.confirmedOn, today) > 0],
		[
			'suspension_ends_before_it_begins',
			facts.suspensions.some(({ from, until }) => until !== null && compareDates(until, from) < 0),
		],
		['two_suspensions_without_end', facts.suspensions.filter(({ until }) => until === null).length > 1],
	];
	return found.flatMap(([fault, is]) => (is ? [fault] : []));
}
