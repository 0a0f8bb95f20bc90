import { communeOf } from '#lib/domain/communes.ts';
import type { Course } from '#lib/domain/course.ts';
import { compareDates, type CalendarDate } from '#lib/domain/dates.ts';
import type { Deadline } from '#lib/domain/deadlines.ts';
import type { DecisionReason, Outcome } from '#lib/domain/decision.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { OfficeStep, Step, StopState, Suspension } from '#lib/domain/pathway.ts';
import { ruleSource, type RuleName, type Rules } from '#lib/domain/rules/rules.ts';
import type { Status } from '#lib/domain/status.ts';
import type { SeatBooked } from '#lib/services/pathwayFile.ts';
import type { DossierRead } from '#lib/services/readDossier.ts';
import { showMoment } from './moment.ts';
import type { MomentShown } from './moment.ts';
import { officeName } from './officeName.ts';

/**
 * One stop as a page draws it. `plain` is a stop of a line that nobody has to take; what was left out, or is behind a
 * closed dossier, is not drawn.
 */
export type StopShown = {
	step: Step;
	state: Exclude<StopState, 'left_out'> | 'plain';
	on: CalendarDate | null;
	office: string | null;
	/** The seat that the person has there, with its next meeting. */
	seat: SeatShown | null;
	/** There was a seat, all its meetings are over, and no office has said that the step is done. */
	isOver: boolean;
	/** The place in line, where there is no seat yet. */
	place: number | null;
};

/** A seat, with its course and its next meeting. */
export type SeatShown = {
	course: Pick<Course, 'kind' | 'courseLanguage' | 'level'>;
	nextOn: CalendarDate;
	startTime: string;
};

/** A paper of the pathway: given on a day, or still to come. */
export type PaperShown = { kind: 'obligation' | 'registration' | 'completion'; on: CalendarDate | null };

/** What the commune may do when dates are not kept, as far as it is certain. */
export type Sanctions = { noticeMonths: number; fineMinimum: number; fineMaximum: number };

/** What of one person's line leaves the server: codes, dates and the names of places. */
export type PathwayView = {
	status: Status;
	outcome: Outcome;
	reasons: DecisionReason[];
	referenceDate: CalendarDate;
	mayFollow: boolean;
	confirmedOn: CalendarDate | null;
	closedOn: CalendarDate | null;
	completedOn: CalendarDate | null;
	commune: string | null;
	communeCode: string;
	stops: StopShown[];
	/** The stop where the person is, when there is something to do there. */
	next: (StopShown & { step: OfficeStep }) | null;
	/** The office where the last step was done, with the place of its card on the page of the offices. */
	ownOffice: { called: string; card: string } | null;
	/** The seats that are said nowhere near the top of the page otherwise. */
	seats: SeatShown[];
	deadline: Deadline | null;
	late: boolean;
	/** Today is the day printed on the letter. */
	dueToday: boolean;
	suspension: Suspension | null;
	waiting: { step: Step; place: number }[];
	/** The seats that are offered to the person, and until when. */
	offers: { course: SeatShown['course']; until: MomentShown }[];
	papers: PaperShown[];
	/** Whether there is a signed paper to open. */
	hasPapers: boolean;
	sanctions: Sanctions | null;
};

/** Takes what was read of a dossier and the language of the page, and returns what the page shows. */
export const presentPathway = (read: DossierRead, language: Language): PathwayView => {
	const stops = stopsShown(read, language);
	const isObliged = read.confirmedOn !== null;
	const commune = communeOf(read.commune);
	const next = stops.find(isNext) ?? null;
	return {
		status: read.status,
		outcome: read.decision.outcome,
		reasons: read.decision.reasons,
		referenceDate: read.decision.referenceDate,
		mayFollow: read.decision.mayFollowVoluntarily === true,
		confirmedOn: read.confirmedOn,
		closedOn: read.closedOn,
		completedOn: stops.find(({ step, state }) => step === 'completion' && state === 'done')?.on ?? null,
		commune: commune ? commune[language === 'nl' ? 'nl' : 'fr'] : null,
		communeCode: read.commune,
		stops,
		next,
		ownOffice: ownOfficeOf(read, language),
		seats: stops.flatMap((stop) =>
			stop.seat && !(stop === next && read.status !== 'suspended') ? [stop.seat] : [],
		),
		deadline: read.deadline,
		late: read.late,
		dueToday: read.dueToday,
		suspension: read.suspension,
		waiting: read.waiting.map(({ step, place }) => ({ step, place })),
		offers: read.waiting.flatMap(({ course: { kind, courseLanguage, level }, offerUntil }) =>
			offerUntil ? [{ course: { kind, courseLanguage, level }, until: showMoment(offerUntil) }] : [],
		),
		papers: papersShown(read, isObliged),
		hasPapers: read.attestations.length > 0,
		// In a pause nobody can be late: fines would frighten for nothing.
		sanctions: isObliged && read.deadline && read.status !== 'suspended' ? sanctionsOf(read.rules) : null,
	};
};

const isNext = (stop: StopShown): stop is StopShown & { step: OfficeStep } =>
	stop.state === 'here' && stop.step !== 'information';

const ownOfficeOf = (read: DossierRead, language: Language): PathwayView['ownOffice'] => {
	const last = read.stops.findLast(({ state, office }) => state === 'done' && office !== null);
	const office = read.offices.find(({ id }) => id === last?.office);
	return office ? { called: officeName(office, language).name, card: `office-${office.id}` } : null;
};

const stopsShown = (read: DossierRead, language: Language): StopShown[] =>
	read.stops.flatMap(({ step, state: computed, on, office: id }) => {
		const state = drawnAs(computed, step, read.status);
		if (state === null) return [];
		const office = read.offices.find((each) => each.id === id);
		const isOpen = state !== 'done';
		const seats = isOpen ? read.bookings.filter((each) => each.step === step) : [];
		const seat = nextSeat(seats);
		const place = isOpen && !seat ? read.waiting.find((each) => each.step === step)?.place : undefined;
		return [
			{
				step,
				state,
				on,
				office: office ? officeName(office, language).name : null,
				seat,
				isOver: seats.length > 0 && !seat && place === undefined,
				place: place ?? null,
			},
		];
	});

/** Of several seats the one whose next meeting comes first. */
const nextSeat = (seats: readonly SeatBooked[]): StopShown['seat'] =>
	seats
		.flatMap(({ course: { kind, courseLanguage, level }, nextOn, startTime }) =>
			nextOn ? [{ course: { kind, courseLanguage, level }, nextOn, startTime }] : [],
		)
		.toSorted((one, other) => compareDates(one.nextOn, other.nextOn))[0] ?? null;

const drawnAs = (state: StopState, step: Step, status: Status): StopShown['state'] | null => {
	if (state === 'left_out' || (status === 'closed' && state !== 'done')) return null;
	if (status !== 'exempt' && status !== 'not_concerned') return state;
	// The commune informs with the attestation of obligation: whoever follows freely begins at an office.
	return step === 'information' ? null : 'plain';
};

const papersShown = ({ confirmedOn, stops }: DossierRead, isObliged: boolean): PaperShown[] =>
	(['obligation', 'registration', 'completion'] as const)
		.filter((kind) => isObliged || kind !== 'obligation')
		.map((kind) => ({
			kind,
			on: kind === 'obligation' ? confirmedOn : (stops.find(({ step }) => step === kind)?.on ?? null),
		}));

/** What is not certain is not shown: it would frighten for nothing, or promise what nobody keeps. */
const sanctionsOf = (rules: Rules): Sanctions | null => {
	const names: RuleName[] = ['noticeMonths', 'fineMinimum', 'fineMaximum'];
	if (names.some((name) => ruleSource(rules.version, name)?.flag === 'U')) return null;
	const { noticeMonths, fineMinimum, fineMaximum } = rules;
	return { noticeMonths, fineMinimum, fineMaximum };
};
