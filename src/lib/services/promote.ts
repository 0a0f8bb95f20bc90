import { occupancyOf } from '#lib/domain/bookingRules.ts';
import type { Session } from '#lib/domain/course.ts';
import { offerUntil } from '#lib/domain/offerTime.ts';
import { knownHours } from '#lib/domain/openingHours.ts';
import type { OpeningHours } from '#lib/domain/openingHours.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import { seatsToOffer } from '#lib/domain/seats.ts';
import { hasStarted, startOf } from '#lib/domain/sessionTimes.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import { system } from './actor.ts';
import type { Actor } from './actor.ts';
import { announce } from './announce.ts';
import type { Deps, Tx } from './ports.ts';

/** How many seats were kept past their time, and how many were offered to people in line. */
export type Promoted = { lapsed: number; offered: number };

/**
 * The one way by which freed seats of a session reach the people in its line: whoever frees a seat calls it in the same
 * transaction, with the session's row locked, and so does a job when time frees one. What was kept past its time ends;
 * every seat that is open is then offered to the first in line who may have one and has none kept. Whoever may have
 * none today is passed over and keeps their place. Calling it twice offers nothing twice.
 */
export const promoteIn = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	session: Session,
	at: Date,
): Promise<Promoted> => {
	const lapsed = await endLapsed(tx, deps, session, at);
	const isOpen = !session.calledOff && !hasStarted(session, at);
	const offered = isOpen ? await offerSeats(tx, deps, session, at) : 0;
	return { lapsed, offered };
};

/** The same for a session by its id, in a transaction of its own. A session that is not there has nobody in line. */
export const promote = async (
	deps: Pick<Deps, 'store' | 'now' | 'random'>,
	_actor: Actor,
	{ session: id }: { session: string },
): Promise<Ok<Promoted>> =>
	deps.store.transact(async (tx) => {
		const session = await tx.courses.lockSession(id);
		return ok(session ? await promoteIn(tx, deps, session, deps.now()) : { lapsed: 0, offered: 0 });
	});

/** Writes down what ended by itself. Who let an offer pass leaves the line, and is told so. */
async function endLapsed(tx: Tx, deps: Pick<Deps, 'random'>, { id: session }: Session, at: Date) {
	const lapsed = await tx.holds.lapse(session, at);
	for (const { id: hold, dossier, kind, until } of lapsed) {
		const line = { session, dossier, hold, actor: system };
		if (kind === 'hold') {
			await tx.bookings.record([{ ...line, kind: 'hold_expired', until }], at);
			continue;
		}
		await tx.bookings.record([{ ...line, kind: 'offer_expired', until }], at);
		// Who left the line meanwhile has been told so already.
		if ((await tx.bookings.leaveLine(session, dossier, at)) === 'not_waiting') continue;
		await tx.bookings.record([{ ...line, kind: 'left_line' }], at);
		const codes = { session };
		await tx.journal.write([{ actor: system, action: 'offer_expired', dossier, codes }], at);
		await announce(tx, deps, { dossier, kind: 'offer_expired', session, offer: hold }, at);
	}
	return lapsed.length;
}

async function offerSeats(tx: Tx, deps: Pick<Deps, 'random'>, session: Session, at: Date): Promise<number> {
	const open = seatsToOffer(occupancyOf(session, await tx.bookings.count(session.id, at), at));
	if (open === 0) return 0;
	const next = await tx.holds.nextInLine(session.id, at, open);
	const until = offerUntil(await hoursOf(tx, session), at, startOf(session));
	for (const dossier of next) await offer(tx, deps, { session: session.id, dossier, until }, at);
	await tx.jobs.send({ name: 'promote', data: { session: session.id } }, until);
	return next.length;
}

async function offer(
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	{ session, dossier, until }: { session: string; dossier: string; until: Date },
	at: Date,
): Promise<void> {
	const id = uuidOf(at, deps.random(10));
	const kept = { id, session, dossier, kind: 'offer', assisted: false, since: at, until } as const;
	if ((await tx.holds.add(kept)) === 'already_kept') return;
	await tx.bookings.record([{ session, dossier, hold: id, until, kind: 'offered', actor: system }], at);
	const codes = { session, until: until.toISOString() };
	await tx.journal.write([{ actor: system, action: 'seat_offered', dossier, codes }], at);
	await announce(tx, deps, { dossier, kind: 'seat_offered', session, offer: id }, at);
}

/** The hours of the office that gives the course; null when none are known. */
async function hoursOf(tx: Tx, session: Session): Promise<OpeningHours | null> {
	const course = await tx.courses.find(session.course);
	const office = course && (await tx.offices.find(course.office));
	return knownHours(office?.hours ?? null);
}
