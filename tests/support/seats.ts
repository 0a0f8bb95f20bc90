import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { declineOffer } from '#lib/services/declineOffer.ts';
import { extendHold } from '#lib/services/extendHold.ts';
import { holdSeat } from '#lib/services/holdSeat.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { leaveWaitingList } from '#lib/services/leaveWaitingList.ts';
import { moveBooking } from '#lib/services/moveBooking.ts';
import type { Deps } from '#lib/services/ports.ts';
import { releaseHold } from '#lib/services/releaseHold.ts';

/** A person who does it themselves, on the web. */
export const newcomer = (dossier: string): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});

/** Somebody at a counter, for any person. */
export const desk: Actor = { kind: 'office', id: 'bapa-bxl', channel: 'desk', device: null };

/** What people can do about seats, each for themselves and on the web unless the test says otherwise. */
export const seatActions = (deps: Deps) => ({
	book: (dossier: string, session: string, key: string = randomUUID(), by: Actor = newcomer(dossier)) =>
		bookSeat(deps, by, { dossier, session, key }),
	hold: (dossier: string, session: string, by: Actor = newcomer(dossier)) =>
		holdSeat(deps, by, { dossier, session }),
	extend: (dossier: string, session: string, extended: number, by: Actor = newcomer(dossier)) =>
		extendHold(deps, by, { dossier, session, extended }),
	release: (dossier: string, session: string) => releaseHold(deps, newcomer(dossier), { dossier, session }),
	join: (dossier: string, session: string) => joinWaitingList(deps, newcomer(dossier), { dossier, session }),
	leave: (dossier: string, session: string) =>
		leaveWaitingList(deps, newcomer(dossier), { dossier, session }),
	decline: (dossier: string, session: string) => declineOffer(deps, newcomer(dossier), { dossier, session }),
	cancel: (dossier: string, booking: string) => cancelBooking(deps, newcomer(dossier), { booking }),
	move: (dossier: string, booking: string, session: string, key: string = randomUUID()) =>
		moveBooking(deps, newcomer(dossier), { booking, session, key }),
});

/** What stands in a session, as the tables say it. */
export const seatsIn = async (pool: pg.Pool, session: string, at: Date) => {
	const people = async (sql: string, values: unknown[] = [session]) =>
		(await pool.query<{ id: string; dossier: string }>(sql, values)).rows;
	const kept = (kind: string) =>
		people(
			`select id, dossier from seat_hold
			where session = $1 and ended_at is null and until > $2 and kind = $3 order by since, id`,
			[session, at, kind],
		);
	return {
		booked: await people(
			'select id, dossier from booking where session = $1 and cancelled_at is null order by booked_at, id',
		),
		held: await kept('hold'),
		offered: await kept('offer'),
		waiting: await people(
			'select id, dossier from waiting_entry where session = $1 and left_at is null order by joined_at, id',
		),
	};
};

/** The ledger of a session: what happened, to whom. */
export const ledgerOf = async (pool: pg.Pool, session: string): Promise<string[]> =>
	(
		await pool.query<{ kind: string; dossier: string }>(
			'select kind, dossier from seat_event where session = $1 order by seq',
			[session],
		)
	).rows.map(({ kind, dossier }) => `${dossier} ${kind}`);
