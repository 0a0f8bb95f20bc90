import { expect, test } from 'vitest';
import { rebuildSeats } from '#lib/domain/seatLedger.ts';
import type { SeatEvent } from '#lib/domain/seatLedger.ts';

const event = (
	kind: SeatEvent['kind'],
	of: Partial<Omit<SeatEvent, 'until'>> & { until?: number } = {},
): SeatEvent => ({
	...{ session: 'S', dossier: 'A', booking: null, hold: null },
	...of,
	kind,
	until: of.until === undefined ? null : new Date(of.until),
});

test('the ledger read from its beginning gives who has a seat and who waits', () => {
	const state = rebuildSeats([
		event('joined_line'),
		event('joined_line', { dossier: 'B' }),
		event('booked', { booking: '1' }),
		event('left_line', { booking: '1' }),
		event('booked', { session: 'T', booking: '2' }),
		event('cancelled', { session: 'T', booking: '2' }),
	]);
	expect([...state.booked]).toEqual([['S\nA', '1']]);
	expect([...state.waiting]).toEqual(['S\nB']);
	expect([...state.kept]).toEqual([]);
});

test('a move is a booking in one session and the end of one in the other', () => {
	const state = rebuildSeats([
		event('booked', { booking: '1' }),
		event('moved_in', { session: 'T', booking: '2' }),
		event('moved_out', { booking: '1' }),
	]);
	expect([...state.booked]).toEqual([['T\nA', '2']]);
});

test('what is kept is kept until it is booked, given up, declined or past its time; more time is the same hold', () => {
	const held = event('held', { hold: 'h', until: 10 });
	const offered = event('offered', { hold: 'o', until: 20 });
	expect(rebuildSeats([held]).kept.get('S\nA')).toEqual({ hold: 'h', kind: 'hold', until: 10 });
	expect(rebuildSeats([offered]).kept.get('S\nA')).toEqual({ hold: 'o', kind: 'offer', until: 20 });
	expect(rebuildSeats([held, event('hold_extended', { hold: 'h', until: 30 })]).kept.get('S\nA')?.until).toBe(
		30,
	);
	for (const end of ['hold_released', 'hold_expired', 'booked', 'moved_in'] as const)
		expect(rebuildSeats([held, event(end)]).kept.size).toBe(0);
	for (const end of ['offer_accepted', 'offer_declined', 'offer_expired'] as const)
		expect(rebuildSeats([offered, event(end)]).kept.size).toBe(0);
});
