import type { HoldKind } from './hold.ts';

/** What can happen to a seat or to a place in line. */
export const seatEventKinds = [
	'booked',
	'moved_in',
	'moved_out',
	'cancelled',
	'joined_line',
	'left_line',
	'held',
	'hold_extended',
	'kept_shorter',
	'hold_released',
	'hold_expired',
	'offered',
	'offer_accepted',
	'offer_declined',
	'offer_expired',
] as const;
export type SeatEventKind = (typeof seatEventKinds)[number];

/** One line of the ledger, as far as it decides today's state: which booking, or which hold or offer, it is about. */
export type SeatEvent = {
	session: string;
	dossier: string;
	kind: SeatEventKind;
	booking: string | null;
	hold: string | null;
	/** Until when the seat is kept. */
	until: Date | null;
};

/** A seat kept for somebody, as the ledger tells it; it may have passed its time without anybody noticing. */
export type KeptSeat = { hold: string; kind: HoldKind; until: number };

/** Today's state as the ledger tells it: who has which booking, who waits, what is kept, by session and dossier. */
export type SeatState = {
	booked: Map<string, string>;
	waiting: Set<string>;
	kept: Map<string, KeptSeat>;
};

/** The one name of a person in a session, for both sides of a comparison. */
export function seatOf({ session, dossier }: Pick<SeatEvent, 'session' | 'dossier'>): string {
	return `${session}\n${dossier}`;
}

/** Takes the ledger from its beginning, in order, and returns today's state: the projection built anew. */
export function rebuildSeats(ledger: Iterable<SeatEvent>): SeatState {
	const state: SeatState = { booked: new Map(), waiting: new Set(), kept: new Map() };
	for (const event of ledger) apply[event.kind](state, seatOf(event), event);
	return state;
}

type Apply = (state: SeatState, seat: string, event: SeatEvent) => void;

const keep =
	(kind: HoldKind): Apply =>
	({ kept }, seat, { hold, until }) =>
		void kept.set(seat, { hold: hold ?? '', kind, until: until?.getTime() ?? 0 });
const endKept: Apply = ({ kept }, seat) => void kept.delete(seat);
/** Whoever has the seat needs none kept any more. */
const book: Apply = ({ booked, kept }, seat, { booking }) => {
	booked.set(seat, booking ?? '');
	kept.delete(seat);
};
const unbook: Apply = ({ booked }, seat) => void booked.delete(seat);

const apply: Record<SeatEventKind, Apply> = {
	booked: book,
	moved_in: book,
	moved_out: unbook,
	cancelled: unbook,
	joined_line: ({ waiting }, seat) => void waiting.add(seat),
	left_line: ({ waiting }, seat) => void waiting.delete(seat),
	held: keep('hold'),
	hold_extended: keep('hold'),
	kept_shorter: ({ kept }, seat, { until }) => {
		const now = kept.get(seat);
		if (now && until) kept.set(seat, { ...now, until: until.getTime() });
	},
	hold_released: endKept,
	hold_expired: endKept,
	offered: keep('offer'),
	offer_accepted: endKept,
	offer_declined: endKept,
	offer_expired: endKept,
};
