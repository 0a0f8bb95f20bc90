import type { Session } from '#lib/domain/course.ts';
import { hasStarted, meetingDays, meetingsOf } from '#lib/domain/sessionTimes.ts';
import type { Actor } from './actor.ts';
import { cutHolds } from './cutHolds.ts';
import type { RowFault } from './importReport.ts';
import type { Deps, Tx } from './ports.ts';
import { promoteIn } from './promote.ts';
import { tellOfNeeds } from './tellOfNeeds.ts';
import { callOffSession, tellOfChange } from './tellOfSession.ts';

/** Takes a session as it is kept, as a row wants it, and the seats taken, and returns what speaks against the change. */
export function againstKnown(known: Session, session: Session, taken: number, at: Date): RowFault[] {
	if (known.course !== session.course) return [{ reason: 'session_of_other_course', column: 'session' }];
	// The people who had a seat were told that they have none: what takes place after all is another session.
	if (known.calledOff && !session.calledOff) return [{ reason: 'called_off_before', column: 'called_off' }];
	if (session.calledOff)
		return !known.calledOff && isOver(known, at) ? [{ reason: 'session_over', column: 'called_off' }] : [];
	return [
		// People were told of days to come: days that are over are a slip of the hand.
		...(!hasStarted(known, at) && hasStarted(session, at)
			? [{ reason: 'starts_in_past', column: 'starts_on' }]
			: []),
		...(taken > session.seats ? [{ reason: 'seats_below_taken', column: 'seats' }] : []),
	];
}

/**
 * Adds a session, or changes the one that is known and tells whoever has a seat or waits, where its days, its times or
 * its place are others, or where it is called off; and whoever counted on what it has no more. The caller has locked its row.
 */
export async function changeSession(
	tx: Tx,
	deps: Deps,
	actor: Actor,
	{ known, session }: { known: Session | null; session: Session },
	at: Date,
): Promise<void> {
	const moves = known !== null && isElsewhereOrElsewhen(known, session);
	const changed: Session = {
		...session,
		revision: (known?.revision ?? 0) + (moves ? 1 : 0),
		mostMeetings: Math.max(session.meetings, known?.meetings ?? 0, known?.mostMeetings ?? 0),
	};
	await tx.courses.putSession(changed);
	if (session.calledOff && !known?.calledOff) return callOffSession(tx, deps, actor, changed, at);
	if (session.calledOff) return;
	if (known && !(isOver(known, at) && isOver(changed, at))) {
		if (moves) await cutHolds(tx, deps, changed, at);
		if (moves) await tellOfChange(tx, deps, actor, changed, at);
		await tellOfNeeds(tx, deps, { known, session: changed }, at);
	}
	// Added seats, or fewer kept ones, go to the people in line first.
	if (known) await promoteIn(tx, deps, changed, at);
}

/** Whether somebody who goes by what they were told before would come to the wrong place, or at the wrong time. */
function isElsewhereOrElsewhen(known: Session, session: Session): boolean {
	return (
		known.place !== session.place ||
		known.startTime !== session.startTime ||
		known.endTime !== session.endTime ||
		meetingDays(known).join() !== meetingDays(session).join()
	);
}

const isOver = (session: Session, at: Date): boolean => {
	const last = meetingsOf(session).at(-1);
	return last !== undefined && last.ends <= at;
};
