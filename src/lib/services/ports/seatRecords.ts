import type { HoldKind } from '#lib/domain/hold.ts';
import type { SeatEvent } from '#lib/domain/seatLedger.ts';

/** What a check of the seats reads, of all sessions or of one: the ledger in order, and today's state. */
export type SeatRecords = {
	ledger(session?: string): Promise<SeatEvent[]>;
	standing(session?: string): Promise<{ session: string; dossier: string; booking: string }[]>;
	inLine(session?: string): Promise<{ session: string; dossier: string }[]>;
	/** Holds and offers of which no end is written down, those past their time included. */
	kept(
		session?: string,
	): Promise<{ session: string; dossier: string; hold: string; kind: HoldKind; until: Date }[]>;
	/** The sessions with more seats gone at an instant, by bookings, holds and offers, than there are. */
	overbooked(at: Date, session?: string): Promise<{ session: string; seats: number; taken: number }[]>;
};
