import type { Session } from '#lib/domain/course.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';

/** Everybody who has a seat in a session or waits for one. */
type Concerned = { dossier: string; booking: string | null }[];

/** Reads who has a seat in a session or a place in its line; the caller has locked its row. */
const concernedBy = async (tx: Tx, session: string): Promise<Concerned> => {
	const seats = (await tx.bookings.everIn(session)).filter(({ cancelledAt }) => !cancelledAt);
	const booked = seats.map(({ dossier, id }) => ({ dossier, booking: id }));
	const waiting = (await tx.bookings.waitingIn(session)).map((dossier) => ({ dossier, booking: null }));
	// In one order for everybody who locks dossiers.
	return [...booked, ...waiting].toSorted((one, other) => (one.dossier < other.dossier ? -1 : 1));
};

/** Tells everybody with a seat or a place in line that its days, its times or its place have changed. */
export const tellOfChange = async (
	tx: Tx,
	deps: Deps,
	actor: Actor,
	session: Session,
	at: Date,
): Promise<void> => {
	const codes = { session: session.id, revision: session.revision };
	for (const { dossier, booking } of await concernedBy(tx, session.id)) {
		await tx.journal.write([{ actor, action: 'session_changed', dossier, codes }], at);
		await announce(tx, deps, { dossier, kind: 'session_changed', session: session.id, booking }, at);
	}
};

/**
 * Calls a session off: every seat in it is given back, what was kept or offered ends, and its line is dissolved, so that
 * nobody is counted in it, and everybody is told. The caller has locked its row.
 */
export const callOffSession = async (
	tx: Tx,
	deps: Deps,
	actor: Actor,
	session: Session,
	at: Date,
): Promise<void> => {
	const concerned = await concernedBy(tx, session.id);
	await tx.courses.callOff(session.id, at);
	for (const { id: hold, dossier, kind } of await tx.holds.inSession(session.id)) {
		await tx.holds.end(hold, at);
		const line = { session: session.id, dossier, hold, actor };
		await tx.bookings.record([{ ...line, kind: kind === 'offer' ? 'offer_expired' : 'hold_released' }], at);
	}
	for (const { dossier, booking } of concerned) {
		await tx.dossiers.lock(dossier);
		const line = { session: session.id, dossier, booking, actor };
		if (booking) await tx.bookings.cancel(booking, at);
		else await tx.bookings.leaveLine(session.id, dossier, at);
		await tx.bookings.record([{ ...line, kind: booking ? 'cancelled' : 'left_line' }], at);
		const codes = { session: session.id, ...(booking ? { booking } : {}) };
		await tx.journal.write([{ actor, action: 'session_called_off', dossier, codes }], at);
		await announce(tx, deps, { dossier, kind: 'session_called_off', session: session.id, booking }, at);
	}
};
