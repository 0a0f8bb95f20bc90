import { expect, test } from 'vitest';
import { session } from '#lib/demonstration/offer.ts';
import { arrivesInTime, neededBy } from '#lib/domain/letterArrival.ts';
import type { MessageUse } from '#lib/domain/letterArrival.ts';

test.each([
	// Monday, before the Thursday; Thursday itself is too late: the post may come after the course.
	['2027-01-04T10:00:00Z', '2027-01-07T08:00:00Z', true],
	['2027-01-04T10:00:00Z', '2027-01-06T16:00:00Z', false],
	// Over a week-end, over a public holiday (1 January 2027 is a Friday), and late in the evening of Brussels.
	['2027-01-08T10:00:00Z', '2027-01-12T16:00:00Z', false],
	['2027-01-08T10:00:00Z', '2027-01-13T08:00:00Z', true],
	['2026-12-31T10:00:00Z', '2027-01-05T16:00:00Z', false],
	['2026-12-31T10:00:00Z', '2027-01-06T08:00:00Z', true],
	['2027-01-03T23:30:00Z', '2027-01-07T08:00:00Z', true],
	['2027-01-04T23:30:00Z', '2027-01-07T08:00:00Z', false],
] as const)('a letter written %s and needed by %s arrives in time: %s', (at, needed, inTime) => {
	expect(arrivesInTime(new Date(needed), new Date(at))).toBe(inTime);
	expect(arrivesInTime(null, new Date(at))).toBe(true);
});

const run = session({
	startsOn: '2027-01-11',
	weekdays: [1],
	meetings: 4,
	startTime: '09:00',
	endTime: '11:00',
});
const use = (changes: Partial<MessageUse>): MessageUse => ({
	...{ kind: 'booked', aboutOn: null, session: run, offerUntil: null },
	...changes,
});

test.each([
	[{ kind: 'reminder_1_day', aboutOn: '2027-01-11' }, '2027-01-11T08:00:00.000Z'],
	[{ kind: 'seat_offered', offerUntil: new Date('2027-01-06T16:00:00Z') }, '2027-01-06T16:00:00.000Z'],
	[{ kind: 'session_changed' }, '2027-01-11T08:00:00.000Z'],
	[{ kind: 'needs_unsure' }, '2027-01-11T08:00:00.000Z'],
	[{ kind: 'session_called_off' }, '2027-01-11T08:00:00.000Z'],
	[{ kind: 'booked' }, undefined],
	[{ kind: 'line_joined' }, undefined],
	[{ kind: 'test', session: null }, undefined],
] as [Partial<MessageUse>, string | undefined][])('%j is needed by %s', (changes, needed) => {
	expect(neededBy(use(changes), new Date('2027-01-04T10:00:00Z'))?.toISOString()).toBe(needed);
});

test('in a course that runs, news are needed by the next meeting', () => {
	const at = new Date('2027-01-11T12:00:00Z');
	expect(neededBy(use({ kind: 'session_changed' }), at)?.toISOString()).toBe('2027-01-18T08:00:00.000Z');
	expect(neededBy(use({ kind: 'session_changed' }), new Date('2027-02-11T12:00:00Z'))).toBeNull();
});
