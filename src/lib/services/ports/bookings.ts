import type { SeatTally, Taught } from '#lib/domain/bookingRules.ts';
import type { SeatKept } from '#lib/domain/hold.ts';
import type { SeatEventKind } from '#lib/domain/seatLedger.ts';
import type { Timetable } from '#lib/domain/sessionTimes.ts';
import type { Actor } from '../actor.ts';
import type { StepDone, Suspension } from './dossiers.ts';

/** A seat taken by one person; `cancelledAt` is null while it stands. */
export type Booking = {
	id: string;
	session: string;
	dossier: string;
	/** Whether it came by a way for which seats are kept. */
	assisted: boolean;
	bookedAt: Date;
	cancelledAt: Date | null;
};

/** How full one session is, and how many seats were kept past their time without that being written down yet. */
export type SeatCount = SeatTally & { lapsed: number };

/** One session and one person, as they are now: what decides about a seat, read in one go. */
export type SeatRequest = SeatCount & {
	/** The person's place in line, 1 is first; null: not in line. */
	place: number | null;
	/** The seat of this session that is kept for the person; the counts leave it out. */
	kept: SeatKept | null;
	/** The sessions in which the person has a seat, this one included. */
	seats: (Timetable & { id: string; teaches: Taught })[];
	/** What the session that is asked for teaches. */
	teaches: Taught;
	done: StepDone[];
	suspensions: Suspension[];
};

/** A person's place in the line for a session; `offerUntil` when a seat is offered to them. */
export type WaitingEntry = { session: string; joinedAt: Date; place: number; offerUntil: Date | null };

/** One line of the ledger of seats. */
export type SeatEventLine = {
	session: string;
	dossier: string;
	booking?: string | null;
	hold?: string | null;
	until?: Date | null;
	kind: SeatEventKind;
	actor: Actor;
	idempotencyKey?: string | null;
};

/**
 * Seats and places in line: today's state, and the append-only ledger of how it came about. Whoever writes has locked
 * the row of the session.
 */
export type Bookings = {
	count(session: string, at: Date): Promise<SeatCount>;
	/** Reads what decides about a seat in a session for a person. */
	request(session: string, dossier: string, at: Date): Promise<SeatRequest>;
	find(id: string): Promise<Booking | null>;
	/** The standing bookings of a person, the last booked first. */
	ofDossier(dossier: string): Promise<Booking[]>;
	/** The bookings of a person that ended because their session was called off. */
	calledOffOf(dossier: string): Promise<Booking[]>;
	/** Every booking there ever was in a session, those given back too. */
	everIn(session: string): Promise<Booking[]>;
	/** The dossiers that wait for a session, in the order of its line. */
	waitingIn(session: string): Promise<string[]>;
	/** `already_booked` when the person has a standing booking in that session: the database's own second wall. */
	add(booking: Omit<Booking, 'cancelledAt'>): Promise<'added' | 'already_booked'>;
	cancel(id: string, at: Date): Promise<void>;
	/** The lines a person stands in, the first joined first. */
	waitingOf(dossier: string, at: Date): Promise<WaitingEntry[]>;
	joinLine(entry: {
		id: string;
		session: string;
		dossier: string;
		at: Date;
	}): Promise<'joined' | 'already_waiting'>;
	leaveLine(session: string, dossier: string, at: Date): Promise<'left' | 'not_waiting'>;
	/** Writes lines of the ledger, in this order. */
	record(lines: readonly SeatEventLine[], at: Date): Promise<void>;
};
