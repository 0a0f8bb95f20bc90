import { rebuildSeats, seatOf } from '#lib/domain/seatLedger.ts';
import type { SeatEvent } from '#lib/domain/seatLedger.ts';
import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';
import type { SeatRecords } from './ports/seatRecords.ts';

/**
 * Compares today's seats and lines with what the ledger says when it is read anew from its beginning, and looks for
 * sessions with more bookings than seats. Works beside people who are booking: what looks wrong is looked at once more
 * with its session locked, so that a booking made in between is no fault.
 */
export const checkSeats = async ({ store }: Pick<Deps, 'store'>): Promise<Fault[]> => {
	const suspected = await store.transact((tx) => faultsIn(tx.seatRecords));
	const sessions = new Set(suspected.map((fault) => String(fault.details['session'])));
	const faults: Fault[] = [];
	for (const session of [...sessions].toSorted())
		faults.push(
			...(await store.transact(async (tx) => {
				await tx.courses.lockSession(session);
				return faultsIn(tx.seatRecords, session);
			})),
		);
	return faults;
};

async function faultsIn(records: SeatRecords, session?: string): Promise<Fault[]> {
	const rebuilt = rebuildSeats(await records.ledger(session));
	const standing = await records.standing(session);
	const inLine = await records.inLine(session);
	return [
		...(await records.overbooked(session)).map((details) => fault('more_bookings_than_seats', details)),
		...standing
			.filter((seat) => rebuilt.booked.get(seatOf(seat)) !== seat.booking)
			.map((seat) => fault('booking_not_in_ledger', seat)),
		...missing([...rebuilt.booked.keys()], standing).map((seat) => fault('ledger_without_booking', seat)),
		...missing(inLine.map(seatOf), rebuilt.waiting).map((seat) => fault('waiting_entry_not_in_ledger', seat)),
		...missing([...rebuilt.waiting], inLine).map((seat) => fault('ledger_without_waiting_entry', seat)),
	];
}

type Seat = Pick<SeatEvent, 'session' | 'dossier'>;

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
