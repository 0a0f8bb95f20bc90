import { compareDates, type CalendarDate } from '#lib/domain/dates.ts';
import { isOfficeStep, type DossierFacts, type DoneStep, type Step } from '#lib/domain/pathway.ts';
import { currentRules, rulesOf, type Rules } from '#lib/domain/rules/rules.ts';
import { firstDay, lastDay, nextDay } from '#lib/domain/sessionTimes.ts';
import type { Tx } from './ports.ts';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { PathwayKept } from './ports/pathways.ts';

/** A seat of one person in a session, or a place in its line (`place`, 1 is first). */
export type SeatBooked = {
	session: string;
	course: Course;
	step: Step;
	startsOn: CalendarDate;
	endsOn: CalendarDate;
	startTime: string;
	/** The next meeting, today's included; null when all are over. */
	nextOn: CalendarDate | null;
};
export type PlaceInLine = SeatBooked & {
	id: string;
	place: number;
	/** Until when a seat is offered to the person, who may be late to read so; null when none is. */
	offerUntil: Date | null;
};

/** Everything from which one person's line is computed, as it stands at one moment. */
export type PathwayFile = {
	dossier: Dossier;
	facts: DossierFacts;
	rules: Rules;
	bookings: (SeatBooked & { id: string })[];
	waiting: PlaceInLine[];
	papers: PathwayKept['papers'];
	/** The offices at which steps were done. */
	offices: PathwayKept['offices'];
};

/** Takes the id of a dossier and today, and reads its whole line as it stands; null when there is none. */
export const readPathwayFile = async (
	tx: Tx,
	id: string,
	today: CalendarDate,
): Promise<PathwayFile | null> => {
	const kept = await tx.pathways.read(id);
	if (!kept) return null;
	const { dossier, suspensions, papers, offices } = kept;
	const done = kept.done.filter((each): each is DoneStep => isOfficeStep(each.step));
	const bookings = kept.booked.map(({ id: booking, ...seat }) => ({ id: booking, ...seatIn(seat, today) }));
	const waiting = kept.waiting.map(({ id: entry, place, offerUntil, ...seat }) => ({
		...{ id: entry, place, offerUntil: offerUntil === null ? null : new Date(offerUntil) },
		...seatIn(seat, today),
	}));
	// A course that is over, or that the office recorded as done, is no longer something to look forward to.
	const ahead = (seats: readonly SeatBooked[]): Step[] =>
		seats
			.filter(
				({ step, endsOn }) => compareDates(endsOn, today) >= 0 && !done.some((each) => each.step === step),
			)
			.map(({ step }) => step);
	return {
		dossier,
		rules: rulesOf(dossier.rules) ?? currentRules,
		facts: {
			outcome: dossier.outcome,
			mayFollowVoluntarily: dossier.mayFollowVoluntarily,
			referenceDate: dossier.referenceDate,
			confirmedOn: dossier.confirmedOn,
			registerByPrinted: dossier.registerByPrinted,
			closedOn: dossier.closedOn,
			done,
			suspensions,
			booked: ahead(bookings),
			waiting: ahead(waiting),
		},
		bookings,
		waiting,
		papers,
		offices,
	};
};

/** The same for whoever goes on to write: the dossier's row stays locked until the transaction ends. */
export const lockPathwayFile = async (tx: Tx, id: string, today: CalendarDate): Promise<PathwayFile | null> =>
	(await tx.dossiers.lock(id)) && readPathwayFile(tx, id, today);

const seatIn = (
	{ session, course }: { session: Session; course: Course },
	today: CalendarDate,
): SeatBooked => ({
	...{ session: session.id, course, step: course.kind },
	...{ startsOn: firstDay(session), endsOn: lastDay(session), nextOn: nextDay(session, today) },
	startTime: session.startTime,
});
