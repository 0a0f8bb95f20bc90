import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { messageOrder } from '#lib/domain/messageRoute.ts';
import { reminderDays, reminderDue } from '#lib/domain/reminderDue.ts';
import type { SeatNear } from '#lib/domain/reminderDue.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import { firstDay, startOf } from '#lib/domain/sessionTimes.ts';
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
	const until = addDays(today, reminderDays);
	// A session may start up to six days before its first meeting, and later where that would be a holiday.
	const seats = await deps.store.look((tx) => tx.messages.seatsAhead(addDays(today, -30), until));
	const sessions = await deps.store.look((tx) =>
		tx.courses.sessions([...new Set(seats.map(({ session }) => session))]),
	);
	const timetables = new Map(sessions.map((session) => [session.id, session]));
	let reminded = 0;
	for (const seat of seats) {
		const session = timetables.get(seat.session);
		const first = session && firstDay(session);
		if (!first || first <= today || first > until) continue;
		const near = { first, starts: startOf(session) };
		if (await deps.store.transact((tx) => remindOne(tx, deps, { ...seat, ...near }, at))) reminded++;
	}
	return ok({ reminded });
};

async function remindOne(
	tx: Tx,
	deps: Pick<Deps, 'random' | 'channels'>,
	{ dossier, session, booking, bookedAt, first, starts }: SeatAhead & Pick<SeatNear, 'first' | 'starts'>,
	at: Date,
): Promise<boolean> {
	const chosen = (await tx.messages.preferenceOf(dossier))?.channels ?? null;
	const { channels } = messageOrder(chosen, deps.channels.ready, 'reminder_3_days');
	const byPostAlone = channels.length > 0 && channels.every((channel) => channel === 'letter');
	const kind = reminderDue({ first, starts, bookedOn: brusselsToday(bookedAt), byPostAlone }, at);
	if (!kind) return false;
	const kept = await tx.pathways.read(dossier);
	if (!kept || kept.dossier.closedOn !== null) return false;
	if (suspensionOn(kept.suspensions, brusselsToday(at))) return false;
	return (await announce(tx, deps, { dossier, kind, session, booking, aboutOn: first }, at)) !== null;
}
