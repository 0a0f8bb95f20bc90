/** What can happen to a seat or to a place in line. */
export const seatEventKinds = ['booked', 'cancelled', 'joined_line', 'left_line'] as const;
export type SeatEventKind = (typeof seatEventKinds)[number];

/** One line of the ledger, as far as it decides today's state. `booking` names the booking it is about. */
export type SeatEvent = {
	session: string;
	dossier: string;
	kind: SeatEventKind;
	booking: string | null;
};

/** Today's state as the ledger tells it: who has which booking, and who waits, by session and dossier. */
export type SeatState = { booked: Map<string, string>; waiting: Set<string> };

/** The one name of a person in a session, for both sides of a comparison. */
export function seatOf({ session, dossier }: Pick<SeatEvent, 'session' | 'dossier'>): string {
	return `${session}\n${dossier}`;
}

/** Takes the ledger from its beginning, in order, and returns today's state: the projection built anew. */
export function rebuildSeats(ledger: Iterable<SeatEvent>): SeatState {
	const state: SeatState = { booked: new Map(), waiting: new Set() };
	for (const event of ledger) {
		const seat = seatOf(event);
		if (event.kind === 'booked') state.booked.set(seat, event.booking ?? '');
		else if (event.kind === 'cancelled') state.booked.delete(seat);
		else if (event.kind === 'joined_line') state.waiting.add(seat);
		else state.waiting.delete(seat);
	}
	return state;
}
