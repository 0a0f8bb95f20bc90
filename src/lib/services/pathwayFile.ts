import { compareDates, type CalendarDate } from '#lib/domain/dates.ts';
import { isOfficeStep, type DossierFacts, type DoneStep, type Step } from '#lib/domain/pathway.ts';
import { currentRules, rulesOf, type Rules } from '#lib/domain/rules/rules.ts';
import { firstDay, lastDay, nextDay } from '#lib/domain/sessionTimes.ts';
import type { Tx } from './ports.ts';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Dossier } from './ports/dossiers.ts';

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
export type PlaceInLine = SeatBooked & { place: number };

/** Everything from which one person's line is computed, as it stands inside one transaction. */
export type PathwayFile = {
	dossier: Dossier;
	facts: DossierFacts;
	rules: Rules;
	bookings: (SeatBooked & { id: string })[];
	waiting: PlaceInLine[];
};

/** Takes a dossier (locked by whoever goes on to write) and today, and reads all facts of its line. */
export const readPathwayFile = async (
	tx: Tx,
	dossier: Dossier,
	today: CalendarDate,
): Promise<PathwayFile> => {
	const done = (await tx.dossiers.stepsDone(dossier.id)).filter((each): each is DoneStep =>
		isOfficeStep(each.step),
	);
	const suspensions = await tx.dossiers.suspensions(dossier.id);
	const bookings: PathwayFile['bookings'] = [];
	for (const { id, session } of await tx.bookings.ofDossier(dossier.id)) {
		const seat = await seatIn(tx, await tx.courses.findSession(session), today);
		if (seat) bookings.push({ id, ...seat });
	}
	const waiting: PlaceInLine[] = [];
	for (const { session, place } of await tx.bookings.waitingOf(dossier.id)) {
		const seat = await seatIn(tx, await tx.courses.findSession(session), today);
		if (seat) waiting.push({ ...seat, place });
	}
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
	};
};

const seatIn = async (tx: Tx, session: Session | null, today: CalendarDate): Promise<SeatBooked | null> => {
	const course = session && (await tx.courses.find(session.course));
	if (!session || !course) return null;
	return {
		...{ session: session.id, course, step: course.kind },
		...{ startsOn: firstDay(session), endsOn: lastDay(session), nextOn: nextDay(session, today) },
		startTime: session.startTime,
	};
};
