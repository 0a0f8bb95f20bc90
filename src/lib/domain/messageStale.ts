import { brusselsInstant, brusselsToday } from './brusselsTime.ts';
import { compareDates } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import type { MessageKind } from './message.ts';
import { firstDay, hasStarted, lastDay } from './sessionTimes.ts';
import type { Timetable } from './sessionTimes.ts';

/** Why a message is no longer true, and so is not sent. */
export type StaleReason =
	| 'erased'
	| 'closed'
	| 'suspended'
	| 'called_off'
	| 'cancelled'
	| 'booked_again'
	| 'met_again'
	| 'moved'
	| 'over'
	| 'offer_over'
	| 'attestation_revoked'
	| 'attested_again';

/** What a message is about, as it is now. */
export type MessageNow = {
	kind: MessageKind;
	aboutOn: CalendarDate | null;
	erased: boolean;
	closed: boolean;
	suspended: boolean;
	session: Timetable | null;
	calledOff: boolean;
	/** The person has a seat in that session now, or waits for one. */
	hasSeat: boolean;
	inLine: boolean;
	/** The seat that the message names stands; null where it names none. */
	bookingStands: boolean | null;
	/** The offer that the message names still runs; null where it names none. */
	offerRuns: boolean | null;
	/** What the person can no longer count on is still so; null where it is about nothing of that kind. */
	stillLost: boolean | null;
	/** The attestation that the message names: it stands, was revoked, or another stands for the same fact; null where it names none. */
	attestation: 'stands' | 'revoked' | 'attested_again' | null;
};

const aboutSeat: ReadonlySet<MessageKind> = new Set([
	...(['booked', 'moved', 'needs_unsure', 'reminder_3_days', 'reminder_1_day'] as const),
]);

/** What is of no use where the session does not take place. */
const aboutRun: ReadonlySet<MessageKind> = new Set([
	...aboutSeat,
	'session_changed',
	'seat_offered',
	'line_joined',
]);

/** Takes a message and what it is about as it is now, and returns why it must not be sent any more, or null. */
export function whyStale(now: MessageNow, at: Date): StaleReason | null {
	if (now.erased) return 'erased';
	if (now.kind === 'test') return null;
	// A pathway that is closed ends no attestation: the last one is often made just before.
	if (now.kind === 'attestation_issued') return now.attestation === 'stands' ? null : 'attestation_revoked';
	if (now.kind === 'attestation_revoked')
		return now.attestation === 'attested_again' ? 'attested_again' : null;
	if (now.closed) return 'closed';
	const isReminder = now.aboutOn !== null;
	if (isReminder && now.suspended) return 'suspended';
	const isSeated = now.bookingStands ?? now.hasSeat;
	if (aboutSeat.has(now.kind) && !isSeated) return 'cancelled';
	const aboutLine = now.kind === 'session_changed' && now.bookingStands === null;
	if (now.kind === 'session_changed' && !isSeated && !(aboutLine && now.inLine)) return 'cancelled';
	// They booked the session as it is now, and were told so.
	if (aboutLine && now.hasSeat) return 'booked_again';
	if (now.stillLost === false) return 'met_again';
	if (now.calledOff && aboutRun.has(now.kind)) return 'called_off';
	if ((now.kind === 'cancelled' || now.kind === 'line_left') && now.hasSeat) return 'booked_again';
	if (now.kind === 'seat_offered' && now.offerRuns === false) return 'offer_over';
	return now.session && whyOver({ ...now, session: now.session }, at);
}

function whyOver(
	{ kind, aboutOn, session }: MessageNow & { session: Timetable },
	at: Date,
): 'moved' | 'over' | null {
	if (aboutOn !== null) {
		if (firstDay(session) !== aboutOn) return 'moved';
		return at >= brusselsInstant(aboutOn, session.startTime) ? 'over' : null;
	}
	if (kind === 'seat_offered' || kind === 'line_joined') return hasStarted(session, at) ? 'over' : null;
	return compareDates(lastDay(session), brusselsToday(at)) < 0 ? 'over' : null;
}
