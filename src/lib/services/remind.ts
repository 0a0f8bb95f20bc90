import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { MessageKind } from '#lib/domain/message.ts';
import { messageOrder } from '#lib/domain/messageRoute.ts';
import { reminderDays, reminderDue } from '#lib/domain/reminderDue.ts';
import type { SeatNear } from '#lib/domain/reminderDue.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import { firstDay, startOf } from '#lib/domain/sessionTimes.ts';
import type { Timetable } from '#lib/domain/sessionTimes.ts';
import { suspensionOn } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';
import type { SeatAhead } from './ports/messages.ts';

/**
 * Writes the reminders of the first meetings three days and one day ahead, and a week ahead to whom only the post reaches:
 * each once, for seats that stand, and not for pathways that are suspended or closed. Called every hour of the day, so a
 * missed hour is made up for. Says how many.
 */
export const remind = async (
	deps: Pick<Deps, 'store' | 'now' | 'random' | 'channels'>,
	_actor: Actor,
): Promise<Ok<{ reminded: number }>> => {
	const at = deps.now();
	const today = brusselsToday(at);
	// A session may start up to six days before its first meeting, and later where that would be a holiday.
	const seats = await deps.store.look((tx) =>
		tx.messages.seatsAhead(addDays(today, -30), addDays(today, reminderDays)),
	);
	const sessions = await deps.store.look((tx) =>
		tx.courses.sessions([...new Set(seats.map(({ session }) => session))]),
	);
	const timetables = new Map(sessions.map((session) => [session.id, session]));
	let reminded = 0;
	for (const seat of seats) {
		const session = timetables.get(seat.session);
		const due = session && dueFor(deps, seat, session, at);
		if (due && (await deps.store.transact((tx) => remindOne(tx, deps, { ...seat, ...due }, at)))) reminded++;
	}
	return ok({ reminded });
};

type Due = { kind: MessageKind; aboutOn: CalendarDate };

const dueFor = (
	{ channels }: Pick<Deps, 'channels'>,
	{ bookedAt, chosen }: SeatAhead,
	session: Timetable,
	at: Date,
): Due | null => {
	const order = messageOrder(chosen, channels.ready, 'reminder_3_days').channels;
	const first = firstDay(session);
	const seat: SeatNear = {
		...{ first, starts: startOf(session), bookedOn: brusselsToday(bookedAt) },
		byPostAlone: order.length > 0 && order.every((channel) => channel === 'letter'),
	};
	const kind = reminderDue(seat, at);
	return kind && { kind, aboutOn: first };
};

async function remindOne(
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	{ dossier, session, booking, aboutOn, kind }: SeatAhead & Due,
	at: Date,
): Promise<boolean> {
	const kept = await tx.pathways.read(dossier);
	if (!kept || kept.dossier.closedOn !== null) return false;
	if (suspensionOn(kept.suspensions, brusselsToday(at))) return false;
	return (await announce(tx, deps, { dossier, kind, session, booking, aboutOn }, at)) !== null;
}
