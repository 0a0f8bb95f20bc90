import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays, compareDates } from '#lib/domain/dates.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { MessageKind } from '#lib/domain/message.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import { firstDay } from '#lib/domain/sessionTimes.ts';
import { suspensionOn } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';
import type { SeatAhead } from './ports/messages.ts';

/**
 * Which reminder is due for a first meeting on that day. Who booked since the reminder's day has had a confirmation that
 * says the same; two days before is late for the first reminder and still of use when Halte was off the day before.
 */
const reminderDue = (
	first: CalendarDate,
	today: CalendarDate,
	bookedOn: CalendarDate,
): Extract<MessageKind, `reminder_${string}`> | null => {
	const isBookedBefore = (day: CalendarDate) => compareDates(bookedOn, day) < 0;
	if (first === addDays(today, 1) && isBookedBefore(today)) return 'reminder_1_day';
	const isNear = first === addDays(today, 3) || first === addDays(today, 2);
	return isNear && isBookedBefore(addDays(first, -3)) ? 'reminder_3_days' : null;
};

/**
 * Writes the reminders of the first meetings three days and one day ahead: each once, for seats that stand, and not for
 * pathways that are suspended or closed. Called every hour of the day, so a missed hour is made up for. Says how many.
 */
export const remind = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	_actor: Actor,
): Promise<Ok<{ reminded: number }>> => {
	const at = deps.now();
	const today = brusselsToday(at);
	// A session may start up to six days before its first meeting, and later where that would be a holiday.
	const seats = await deps.store.look((tx) => tx.messages.seatsAhead(addDays(today, -30), addDays(today, 3)));
	const sessions = await deps.store.look((tx) =>
		tx.courses.sessions([...new Set(seats.map(({ session }) => session))]),
	);
	const firstDays = new Map(sessions.map((session) => [session.id, firstDay(session)]));
	let reminded = 0;
	for (const seat of seats) {
		const aboutOn = firstDays.get(seat.session);
		const kind = aboutOn && reminderDue(aboutOn, today, brusselsToday(seat.bookedAt));
		if (!kind) continue;
		const written = await deps.store.transact((tx) => remindOne(tx, deps, { ...seat, aboutOn, kind }, at));
		if (written) reminded++;
	}
	return ok({ reminded });
};

async function remindOne(
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	{ dossier, session, booking, aboutOn, kind }: SeatAhead & { aboutOn: CalendarDate; kind: MessageKind },
	at: Date,
): Promise<boolean> {
	const kept = await tx.pathways.read(dossier);
	if (!kept || kept.dossier.closedOn !== null) return false;
	if (suspensionOn(kept.suspensions, brusselsToday(at))) return false;
	return (await announce(tx, deps, { dossier, kind, session, booking, aboutOn }, at)) !== null;
}
