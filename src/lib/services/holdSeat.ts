import { whyNoHold } from '#lib/domain/bookingRules.ts';
import type { BookingFacts, NoBooking } from '#lib/domain/bookingRules.ts';
import { isOfferId } from '#lib/domain/course.ts';
import type { Session } from '#lib/domain/course.ts';
import { holdUntil } from '#lib/domain/hold.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { startOf } from '#lib/domain/sessionTimes.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { endHold } from './endHold.ts';
import type { Deps, Tx } from './ports.ts';
import { mayActFor, seatFacts } from './seatFacts.ts';

export type HoldRefusal =
	Refused<'not_yours' | 'unknown_session' | 'unknown_dossier'> | (Refused & NoBooking);

/**
 * Keeps a seat for a person while they make up their mind: 15 minutes, 30 where somebody helps them. Who has one kept
 * gets the same again; a person holds one seat at a time, and choosing another session gives the first one up. A clash
 * with another course is no reason to refuse yet.
 */
export const holdSeat = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	actor: Actor,
	{ dossier: id, session: sessionId }: { dossier: string; session: string },
): Promise<Ok<SeatKept> | HoldRefusal> => {
	if (!mayActFor(actor, id)) return refuse('not_yours');
	if (!isOfferId(sessionId)) return refuse('unknown_session');
	return deps.store.transact(async (tx) => {
		const elsewhere = await heldElsewhere(tx, id, sessionId, deps.now());
		const sessions = await lockSessions(tx, [sessionId, ...elsewhere]);
		const session = sessions.get(sessionId);
		if (!session) return refuse('unknown_session');
		const dossier = await tx.dossiers.lock(id);
		if (!dossier) return refuse('unknown_dossier');
		const at = deps.now();
		const facts = await seatFacts(tx, deps, actor, dossier, session, at);
		const refusal = whyNoHold(facts);
		if (refusal) return { ok: false, ...refusal };
		if (facts.kept) return ok(facts.kept);
		for (const other of await tx.holds.ofDossier(id, at)) {
			const locked = sessions.get(other.session);
			if (other.kind === 'hold' && locked) await endHold(tx, deps, actor, locked, other, at);
		}
		return ok(await keep(tx, deps, actor, id, facts));
	});
};

/** The sessions in which the person holds another seat; read before any lock, so that all are locked in order. */
async function heldElsewhere(tx: Tx, dossier: string, session: string, at: Date): Promise<string[]> {
	const held = await tx.holds.ofDossier(dossier, at);
	return held.filter((each) => each.kind === 'hold' && each.session !== session).map((each) => each.session);
}

/** Locks sessions in the order of their ids, so that no two requests wait for each other. */
export const lockSessions = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Session>> => {
	const locked = new Map<string, Session>();
	for (const id of [...new Set(ids)].toSorted()) {
		const session = await tx.courses.lockSession(id);
		if (session) locked.set(id, session);
	}
	return locked;
};

async function keep(
	tx: Tx,
	{ random }: Pick<Deps, 'random'>,
	actor: Actor,
	dossier: string,
	{ session, now, assisted }: BookingFacts,
): Promise<SeatKept> {
	const until = holdUntil(now, assisted, startOf(session));
	const kept = { id: uuidOf(now, random(10)), kind: 'hold', until, assisted } as const;
	await tx.holds.add({ ...kept, session: session.id, dossier, since: now });
	const line = { session: session.id, dossier, hold: kept.id, until, actor };
	await tx.bookings.record([{ ...line, kind: 'held' }], now);
	await tx.journal.write([{ actor, action: 'seat_held', dossier, codes: { session: session.id } }], now);
	await tx.jobs.send({ name: 'promote', data: { session: session.id } }, until);
	return { ...kept, extended: 0 };
}
