import { describe, expect, test } from 'vitest';
import { messageOrder, minutesBefore, nextChannel } from '#lib/domain/messageRoute.ts';
import { whyStale } from '#lib/domain/messageStale.ts';
import type { MessageNow } from '#lib/domain/messageStale.ts';
import { smsShape } from '#lib/domain/smsSegments.ts';
import { session } from '#lib/demonstration/offer.ts';

const all = ['sms', 'email', 'push', 'letter'] as const;

describe('by which channels', () => {
	test('those that somebody chose and that work here, in their order', () => {
		expect(messageOrder(['push', 'sms', 'email'], ['email', 'push'], 'booked').channels).toEqual([
			'push',
			'email',
		]);
	});
	test.each([
		[null, 'booked', []],
		[null, 'seat_offered', ['letter']],
		[null, 'session_changed', ['letter']],
		[null, 'session_called_off', ['letter']],
		[null, 'needs_unsure', ['letter']],
		[null, 'attestation_issued', []],
		[null, 'attestation_revoked', ['letter']],
		[['sms'], 'session_called_off', ['letter']],
		[['sms'], 'reminder_1_day', []],
		[[], 'session_called_off', []],
	] as const)('who chose %j gets %s by %j where only letters work', (chosen, kind, channels) => {
		expect(messageOrder(chosen, ['letter'], kind).channels).toEqual(channels);
	});
	test('four times by each, at once by the next, no more where it was refused', () => {
		const tries = (...results: string[]) =>
			results.map((each) => {
				const [channel, result] = each.split(' ');
				return { channel: channel as 'sms', result: result ?? null };
			});
		expect(nextChannel(all, [])).toBe('sms');
		const three = tries('sms later', 'sms later', 'sms');
		expect([nextChannel(all, three), minutesBefore('sms', three)]).toEqual(['sms', 30]);
		const four = [...three, ...tries('sms later')];
		expect([nextChannel(all, four), minutesBefore('email', four)]).toEqual(['email', 0]);
		expect(nextChannel(['sms', 'email'], tries('sms refused', 'email no_address'))).toBeNull();
	});
});

describe('whether it is still true', () => {
	const at = new Date('2027-01-08T10:00:00Z');
	const now = (changes: Partial<MessageNow>): MessageNow => ({
		...{ kind: 'booked', aboutOn: null, erased: false, closed: false, suspended: false },
		...{ session: session(), hasSeat: true, bookingStands: true, offerRuns: null },
		...{ calledOff: false, inLine: false, stillLost: null, attestation: null },
		...changes,
	});
	test.each([
		[{}, null],
		[{ erased: true, kind: 'test' }, 'erased'],
		[{ closed: true }, 'closed'],
		[{ closed: true, kind: 'test' }, null],
		[{ suspended: true }, null],
		[{ suspended: true, kind: 'reminder_1_day', aboutOn: '2027-01-11' }, 'suspended'],
		[{ kind: 'reminder_1_day', aboutOn: '2027-01-11' }, null],
		[{ kind: 'reminder_1_day', aboutOn: '2027-01-12' }, 'moved'],
		[{ bookingStands: false }, 'cancelled'],
		[{ kind: 'session_changed', bookingStands: null, hasSeat: false }, 'cancelled'],
		[{ kind: 'session_changed', bookingStands: null, hasSeat: false, inLine: true }, null],
		[{ kind: 'session_changed', bookingStands: false, hasSeat: false, inLine: true }, 'cancelled'],
		[{ kind: 'session_changed', bookingStands: null, hasSeat: true }, 'booked_again'],
		[{ kind: 'session_changed', bookingStands: true }, null],
		[{ kind: 'needs_unsure', stillLost: true }, null],
		[{ kind: 'needs_unsure', stillLost: false }, 'met_again'],
		[{ kind: 'needs_unsure', stillLost: true, bookingStands: false }, 'cancelled'],
		[{ kind: 'needs_unsure', stillLost: true, calledOff: true }, 'called_off'],
		[{ calledOff: true }, 'called_off'],
		[{ calledOff: true, kind: 'session_called_off' }, null],
		[{ kind: 'cancelled', bookingStands: false }, 'booked_again'],
		[{ kind: 'cancelled', bookingStands: false, hasSeat: false }, null],
		[{ kind: 'seat_offered', hasSeat: false, offerRuns: false }, 'offer_over'],
		[{ kind: 'seat_offered', hasSeat: false, offerRuns: true }, null],
		[{ session: session({ startsOn: '2026-09-07' }) }, 'over'],
		[{ kind: 'attestation_issued', session: null, attestation: 'stands' }, null],
		[{ kind: 'attestation_issued', session: null, attestation: 'stands', closed: true }, null],
		[{ kind: 'attestation_issued', session: null, attestation: 'revoked' }, 'attestation_revoked'],
		[{ kind: 'attestation_issued', session: null, attestation: 'attested_again' }, 'attestation_revoked'],
		[{ kind: 'attestation_revoked', session: null, attestation: 'revoked', closed: true }, null],
		[{ kind: 'attestation_revoked', session: null, attestation: 'attested_again' }, 'attested_again'],
		[{ kind: 'attestation_revoked', session: null, attestation: 'revoked', erased: true }, 'erased'],
		[{ kind: 'seat_offered', session: session({ startsOn: '2027-01-04' }) }, 'over'],
	] as [Partial<MessageNow>, string | null][])('%j: %s', (changes, reason) => {
		expect(whyStale(now(changes), at)).toBe(reason);
	});
	test('a reminder is late from the minute its meeting begins, also on the day the clocks change', () => {
		const sunday = session({ startsOn: '2027-03-28', weekdays: [7], startTime: '09:00' });
		const reminder = now({ kind: 'reminder_1_day', aboutOn: '2027-03-28', session: sunday });
		expect(whyStale(reminder, new Date('2027-03-28T06:59:59Z'))).toBeNull();
		expect(whyStale(reminder, new Date('2027-03-28T07:00:00Z'))).toBe('over');
	});
});

test.each([
	['a'.repeat(160), 'gsm7', 1],
	['a'.repeat(161), 'gsm7', 2],
	['€'.repeat(81), 'gsm7', 2],
	['é'.repeat(160), 'gsm7', 1],
	['ê', 'ucs2', 1],
	['م'.repeat(70), 'ucs2', 1],
	['ሰ'.repeat(71), 'ucs2', 2],
	['Привет', 'ucs2', 1],
])('the parts of an SMS are counted as telephones do', (text, encoding, segments) => {
	expect(smsShape(text)).toEqual({ encoding, segments });
});
