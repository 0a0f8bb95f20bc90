import type { CalendarDate } from './dates.ts';
import type { Outcome } from './decision.ts';
import type { Status } from './status.ts';

/** The stops of the line, in their order (decree of 18 January 2024, arts. 11 to 22). */
export const steps = [
	'information',
	'registration',
	'welcome',
	'social_assessment',
	'language_assessment',
	'rights_and_duties',
	'citizenship',
	'language_course',
	'completion',
] as const;
export type Step = (typeof steps)[number];

/** The steps that an office records; information is the commune's, given with the attestation of obligation. */
export const officeSteps = steps.filter((step): step is OfficeStep => step !== 'information');
export type OfficeStep = Exclude<Step, 'information'>;

/** A step done, on its day. */
export type DoneStep = Readonly<{ step: OfficeStep; on: CalendarDate; office: string | null }>;

/** A stretch of days that do not count, both ends included; `until` null: the end is not known. */
export type Suspension = Readonly<{
	from: CalendarDate;
	until: CalendarDate | null;
	/** Recorded before the date printed on the letter, which therefore holds in spite of it. */
	beforePrinted?: boolean;
}>;

/** The facts of one dossier from which its status, stops and deadlines are computed. */
export type PathwayFacts = Readonly<{
	outcome: Outcome;
	confirmedOn: CalendarDate | null;
	registerByPrinted: CalendarDate | null;
	closedOn: CalendarDate | null;
	done: readonly DoneStep[];
	suspensions: readonly Suspension[];
	/** The steps for which a seat is booked, and those for which the person waits for one. */
	booked: readonly Step[];
	waiting: readonly Step[];
}>;

/** The same facts, with those of the decision that say what may be added to them. */
export type DossierFacts = PathwayFacts &
	Readonly<{ referenceDate: CalendarDate; mayFollowVoluntarily: boolean | null }>;

/** Done; the stop where the person is; ahead; not decided yet whether the tram stops there; left out at the end. */
export type StopState = 'done' | 'here' | 'ahead' | 'undecided' | 'left_out';

/** One stop of one person's line, with its day and office where it is done and they are known. */
export type Stop = { step: Step; state: StopState; on: CalendarDate | null; office: string | null };

/** Takes any text and says whether it is a step that an office records. */
export function isOfficeStep(text: string): text is OfficeStep {
	return (officeSteps as readonly string[]).includes(text);
}

/** Takes the facts and returns the day of a step, or null when it is not done. */
export function doneOn(facts: Pick<PathwayFacts, 'done'>, step: OfficeStep): CalendarDate | null {
	return facts.done.find((each) => each.step === step)?.on ?? null;
}

/** Takes the facts and the status computed from them, and returns all stops of the line, in order. */
export function stopsOf(facts: PathwayFacts, status: Status): Stop[] {
	const here = whereIs(facts, status);
	return steps.map((step) => {
		const done = facts.done.find((each) => each.step === step);
		if (done) return { step, state: 'done', on: done.on, office: done.office };
		if (step === 'information' && isInformed(facts))
			return { step, state: 'done', on: facts.confirmedOn, office: null };
		return { step, state: step === here ? 'here' : undoneState(step, facts, status), on: null, office: null };
	});
}

/** The stop where the person is: the first one in order that is not done and that the tram certainly serves. */
function whereIs(facts: PathwayFacts, status: Status): Step | null {
	if (status === 'review' || status === 'to_confirm') return 'information';
	if (!isUnderWay(status)) return null;
	const isDone = (step: Step) =>
		step === 'information' ? isInformed(facts) : facts.done.some((each) => each.step === step);
	return steps.find((step) => !isDone(step) && !isUndecided(step, facts)) ?? null;
}

function undoneState(step: Step, facts: PathwayFacts, status: Status): StopState {
	if (status === 'completed') return 'left_out';
	return isUnderWay(status) && !isUndecided(step, facts) ? 'ahead' : 'undecided';
}

function isUnderWay(status: Status): boolean {
	return (
		status === 'running' || status === 'voluntary' || status === 'on_waiting_list' || status === 'suspended'
	);
}

/** The office says after the language assessment whether a course is needed (arts. 21, 22); a seat shows that it is. */
function isUndecided(step: Step, facts: PathwayFacts): boolean {
	return step === 'language_course' && !facts.booked.includes(step) && !facts.waiting.includes(step);
}

/** Whoever has the attestation, or went to an office, has been told about the pathway. */
function isInformed(facts: PathwayFacts): boolean {
	return facts.confirmedOn !== null || facts.done.length > 0;
}
