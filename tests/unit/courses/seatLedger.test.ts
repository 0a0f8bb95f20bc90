import { expect, test } from 'vitest';
import { rebuildSeats } from '#lib/domain/seatLedger.ts';

const about = { session: 'S', dossier: 'A', booking: null };

test('the ledger read from its beginning gives who has a seat and who waits', () => {
	const state = rebuildSeats([
		{ ...about, kind: 'joined_line' },
		{ ...about, dossier: 'B', kind: 'joined_line' },
		{ ...about, kind: 'booked', booking: '1' },
		{ ...about, kind: 'left_line', booking: '1' },
		{ ...about, session: 'T', kind: 'booked', booking: '2' },
		{ ...about, session: 'T', kind: 'cancelled', booking: '2' },
	]);
	expect([...state.booked]).toEqual([['S\nA', '1']]);
	expect([...state.waiting]).toEqual(['S\nB']);
});
