import { rebuildSeats, seatOf } from '#lib/domain/seatLedger.ts';
import type { SeatEvent } from '#lib/domain/seatLedger.ts';
import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';
import type { SeatRecords } from './ports/seatRecords.ts';

/**
 * Compares today's seats, lines, holds and offers with what the ledger says when it is read anew from its beginning, and
 * looks for sessions with more seats gone than there are, and for offers to people who are not in line. Works beside
 * people who are booking: what looks wrong is looked at once more with its session locked, so that a booking made in
 * between is no fault.
 */
export const checkSeats = async ({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<Fault[]> => {
	const suspected = await store.transact((tx) => faultsIn(tx.seatRecords, now()));
	const sessions = new Set(suspected.map((fault) => String(fault.details['session'])));
	const faults: Fault[] = [];
	for (const session of [...sessions].toSorted())
		faults.push(
			...(await store.transact(async (tx) => {
				await tx.courses.lockSession(session);
				return faultsIn(tx.seatRecords, now(), session);
			})),
		);
	return faults;
};

async function faultsIn(records: SeatRecords, at: Date, session?: string): Promise<Fault[]> {
	const rebuilt = rebuildSeats(await records.ledger(session));
	const standing = await records.standing(session);
	const inLine = await records.inLine(session);
	const kept = await records.kept(session);
	const waiting = new Set(inLine.map(seatOf));
	return [
		...(await records.overbooked(at, session)).map((details) => fault('more_bookings_than_seats', details)),
		...standing
			.filter((seat) => rebuilt.booked.get(seatOf(seat)) !== seat.booking)
			.map((seat) => fault('booking_not_in_ledger', seat)),
		...missing([...rebuilt.booked.keys()], standing).map((seat) => fault('ledger_without_booking', seat)),
		...missing(inLine.map(seatOf), rebuilt.waiting).map((seat) => fault('waiting_entry_not_in_ledger', seat)),
		...missing([...rebuilt.waiting], inLine).map((seat) => fault('ledger_without_waiting_entry', seat)),
		...kept
			.filter((seat) => !isSame(rebuilt.kept.get(seatOf(seat)), seat))
			.map(({ session, dossier, hold, kind }) => fault(`${kind}_not_in_ledger`, { session, dossier, hold })),
		...missing([...rebuilt.kept.keys()], kept).map((seat) =>
			fault(`ledger_without_${rebuilt.kept.get(seatOf(seat))?.kind}`, seat),
		),
		...kept
			.filter((seat) => seat.kind === 'offer' && !waiting.has(seatOf(seat)))
			.map(({ session, dossier, hold }) => fault('offer_without_place', { session, dossier, hold })),
	];
}

type Seat = Pick<SeatEvent, 'session' | 'dossier'>;
type Kept = Awaited<ReturnType<SeatRecords['kept']>>[number];

function isSame(told: { hold: string; kind: string; until: number } | undefined, kept: Kept): boolean {
	return told?.hold === kept.hold && told.kind === kept.kind && told.until === kept.until.getTime();
}

/** The seats of the first list that the second does not have. */
function missing(these: string[], those: Seat[] | Set<string>): Seat[] {
	const known = those instanceof Set ? those : new Set(those.map(seatOf));
	return these
		.filter((seat) => !known.has(seat))
		.map((seat) => {
			const [session = '', dossier = ''] = seat.split('\n');
			return { session, dossier };
		});
}

function fault(code: string, details: Fault['details']): Fault {
	return { check: 'seats', code, details };
}
