import type { SeatEvent } from '#lib/domain/seatLedger.ts';

/** What a check of the seats reads, of all sessions or of one: the ledger in order, and today's state. */
export type SeatRecords = {
	ledger(session?: string): Promise<SeatEvent[]>;
	standing(session?: string): Promise<{ session: string; dossier: string; booking: string }[]>;
	inLine(session?: string): Promise<{ session: string; dossier: string }[]>;
	/** The sessions with more bookings than seats. */
	overbooked(session?: string): Promise<{ session: string; seats: number; taken: number }[]>;
};
