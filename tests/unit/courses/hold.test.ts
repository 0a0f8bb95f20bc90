import { expect, test } from 'vitest';
import { canExtend, holdUntil, isKept, mostExtensions } from '#lib/domain/hold.ts';

const now = new Date('2027-01-05T10:00:00Z');
const starts = new Date('2027-01-11T08:00:00Z');

test('a seat is kept for 15 minutes, 30 where somebody helps, and never past the beginning', () => {
	expect(holdUntil(now, false, starts)).toEqual(new Date('2027-01-05T10:15:00Z'));
	expect(holdUntil(now, true, starts)).toEqual(new Date('2027-01-05T10:30:00Z'));
	expect(holdUntil(new Date('2027-01-11T07:50:00Z'), false, starts)).toEqual(starts);
});

test('more time can be had three times, for what one chose oneself', () => {
	expect(canExtend({ kind: 'hold', extended: mostExtensions - 1 })).toBe(true);
	expect(canExtend({ kind: 'hold', extended: mostExtensions })).toBe(false);
	expect(canExtend({ kind: 'offer', extended: 0 })).toBe(false);
});

test('past its time a seat is not kept, to the instant', () => {
	expect(isKept({ until: now }, new Date(now.getTime() - 1))).toBe(true);
	expect(isKept({ until: now }, now)).toBe(false);
});
