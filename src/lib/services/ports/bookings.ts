import type { SeatEventKind } from '#lib/domain/seatLedger.ts';
import type { Actor } from '../actor.ts';

/** A seat taken by one person; `cancelledAt` is null while it stands. */
export type Booking = {
	id: string;
	session: string;
	dossier: string;
	bookedAt: Date;
	cancelledAt: Date | null;
};

/** How full one session is, and what one person has in it. */
export type SeatCount = {
	taken: number;
	waiting: number;
	/** The person's place in line, 1 is first; null: not in line. */
	place: number | null;
	booked: boolean;
};

/** A person's place in the line for a session. */
export type WaitingEntry = { session: string; joinedAt: Date; place: number };

/** One line of the ledger of seats. */
export type SeatEventLine = {
	session: string;
	dossier: string;
	booking: string | null;
	kind: SeatEventKind;
	actor: Actor;
	idempotencyKey: string | null;
};

/**
 * Seats and places in line: today's state, and the append-only ledger of how it came about. Whoever writes has locked
 * the row of the session.
 */
export type Bookings = {
	/** Counts one session as it is now, seen by one person (null: by nobody in particular). */
	count(session: string, dossier: string | null): Promise<SeatCount>;
	find(id: string): Promise<Booking | null>;
	/** The standing bookings of a person, the last booked first. */
	ofDossier(dossier: string): Promise<Booking[]>;
	/** `already_booked` when the person has a standing booking in that session: the database's own second wall. */
	add(booking: Omit<Booking, 'cancelledAt'>): Promise<'added' | 'already_booked'>;
	cancel(id: string, at: Date): Promise<void>;
	/** The lines a person stands in, the first joined first. */
	waitingOf(dossier: string): Promise<WaitingEntry[]>;
	joinLine(entry: {
		id: string;
		session: string;
		dossier: string;
		at: Date;
	}): Promise<'joined' | 'already_waiting'>;
	leaveLine(session: string, dossier: string, at: Date): Promise<'left' | 'not_waiting'>;
	record(line: SeatEventLine, at: Date): Promise<void>;
};
