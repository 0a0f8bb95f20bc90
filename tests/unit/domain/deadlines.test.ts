import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, compareDates } from '#lib/domain/dates.ts';
import { isDueToday, isLate, runningDeadline, suspendedDays } from '#lib/domain/deadlines.ts';
import type { PathwayFacts, Suspension } from '#lib/domain/pathway.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { statusOf } from '#lib/domain/status.ts';
import { pathwayFacts } from '../../support/pathwayFacts.ts';

const confirmed = pathwayFacts({ confirmedOn: '2026-03-01' });
const registered: PathwayFacts = {
	...confirmed,
	done: [{ step: 'registration', on: '2026-04-15', office: 'bapa' }],
};
const today = '2026-07-10';
const deadline = (facts: PathwayFacts, on = today) => runningDeadline(facts, on, currentRules);
const late = (facts: PathwayFacts, on: string) => isLate(facts, on, currentRules);

describe('register by', () => {
	it('is six months after the confirmation, as an estimate', () =>
		expect(deadline(confirmed)).toEqual({
			step: 'registration',
			on: '2026-09-01',
			source: 'estimate',
			printedOn: null,
			movedBy: 0,
		}));
	it('falls back to the last day of a shorter month', () =>
		expect(deadline({ ...confirmed, confirmedOn: '2026-08-31' })?.on).toBe('2027-02-28'));
	it('is the date printed on the letter where there is one', () =>
		expect(deadline({ ...confirmed, registerByPrinted: '2026-08-31' })).toMatchObject({
			on: '2026-08-31',
			source: 'printed',
		}));
	it('moves by the days of a suspension, both ends counted', () =>
		expect(
			deadline({ ...confirmed, suspensions: [{ from: '2026-05-01', until: '2026-05-10' }] }),
		).toMatchObject({ on: '2026-09-11', source: 'estimate', movedBy: 10 }));
	it('is an estimate again once a suspension has moved a printed date, which stays known', () =>
		expect(
			deadline({
				...confirmed,
				registerByPrinted: '2026-08-31',
				suspensions: [{ from: '2026-05-01', until: '2026-05-10' }],
			}),
		).toMatchObject({ on: '2026-09-10', source: 'estimate', printedOn: '2026-08-31' }));
	it('does not run before the confirmation, nor for whoever follows voluntarily', () => {
		expect(deadline({ ...confirmed, confirmedOn: null })).toBeNull();
		expect(deadline({ ...registered, confirmedOn: null, outcome: 'exempt' })).toBeNull();
	});
});

describe('due today', () => {
	const due = (facts: PathwayFacts, on: string) => isDueToday(facts, on, currentRules);
	const printed = { ...confirmed, registerByPrinted: '2026-08-31' };

	it('is the day printed on the letter, not the day before or after', () => {
		expect(due(printed, '2026-08-31')).toBe(true);
		expect(due(printed, '2026-08-30')).toBe(false);
		expect(due(printed, '2026-09-01')).toBe(false);
	});
	it('is no estimate, of the rules or of a printed date that was moved', () => {
		expect(due(confirmed, '2026-09-01')).toBe(false);
		const moved = { ...printed, suspensions: [{ from: '2026-05-01', until: '2026-05-10' }] };
		expect(deadline(moved)?.on).toBe('2026-09-10');
		expect(due(moved, '2026-09-10')).toBe(false);
	});
	it('is nothing for whoever is registered, nor in a pause', () => {
		expect(due({ ...registered, registerByPrinted: '2026-08-31' }, '2026-08-31')).toBe(false);
		const pause = { from: '2026-08-01', until: '2026-12-31', beforePrinted: true };
		expect(due({ ...printed, suspensions: [pause] }, '2026-08-31')).toBe(false);
	});
});

describe('finish by', () => {
	it('is eighteen months after the registration, not after the confirmation', () =>
		expect(deadline(registered)).toMatchObject({
			step: 'completion',
			on: '2027-10-15',
			source: 'estimate',
		}));
	it('leaves out the days of suspension before the registration', () =>
		expect(
			deadline({ ...registered, suspensions: [{ from: '2026-04-11', until: '2026-04-19' }] })?.movedBy,
		).toBe(5));
	it('has nothing to do with the date printed for the registration', () =>
		expect(deadline({ ...registered, registerByPrinted: '2026-08-31' })).toMatchObject({
			source: 'estimate',
			printedOn: null,
		}));
	it('ends with the completion and with the closing', () => {
		const completion = { step: 'completion', on: '2026-07-01', office: 'bapa' } as const;
		expect(deadline({ ...registered, done: [...registered.done, completion] })).toBeNull();
		expect(deadline({ ...registered, closedOn: '2026-07-01' })).toBeNull();
	});
});

describe('late', () => {
	it('is the day after the deadline, not the day itself', () => {
		expect(late(confirmed, '2026-09-01')).toBe(false);
		expect(late(confirmed, '2026-09-02')).toBe(true);
	});
	it('is nobody whose dossier is closed, completed or suspended', () => {
		const on = '2029-01-01';
		const suspended = { ...confirmed, suspensions: [{ from: on, until: null }] };
		expect(late(confirmed, on)).toBe(true);
		expect(late(suspended, on)).toBe(false);
		expect(late(suspended, '2028-12-31')).toBe(true);
		expect(late({ ...confirmed, closedOn: '2026-12-01' }, on)).toBe(false);
	});
});

const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-07-01', days));
const suspension: fc.Arbitrary<Suspension> = fc
	.tuple(day, fc.option(fc.integer({ min: 0, max: 200 })))
	.map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }));
const suspensions = fc.array(suspension, { maxLength: 5 });

/** The same count, day by day. */
const countedOut = (all: readonly Suspension[], start: string, on: string): number => {
	let days = 0;
	for (let each = start; compareDates(each, '2029-01-01') < 0; each = addDays(each, 1))
		if (all.some(({ from, until }) => compareDates(from, each) <= 0 && compareDates(each, until ?? on) <= 0))
			days++;
	return days;
};

describe('the days of suspension', () => {
	it('are those that a person counts in a calendar', () =>
		fc.assert(
			fc.property(suspensions, day, day, (all, start, on) => {
				expect(suspendedDays(all, start, on)).toBe(countedOut(all, start, on));
			}),
			{ numRuns: 60 },
		));
	it('do not depend on the order in which they were recorded, nor on recording twice', () =>
		fc.assert(
			fc.property(suspensions, day, day, (all, start, on) => {
				const days = suspendedDays(all, start, on);
				expect(suspendedDays([...all].reverse(), start, on)).toBe(days);
				expect(suspendedDays([...all, ...all], start, on)).toBe(days);
			}),
		));
	it('never move a deadline backwards, and one more suspension never brings it nearer', () =>
		fc.assert(
			fc.property(suspensions, suspension, day, (all, more, on) => {
				const facts = { ...confirmed, suspensions: all };
				const before = deadline(facts, on)!;
				const after = deadline({ ...facts, suspensions: [...all, more] }, on)!;
				expect(compareDates(before.on, addMonths('2026-03-01', 6))).toBeGreaterThanOrEqual(0);
				expect(compareDates(after.on, before.on)).toBeGreaterThanOrEqual(0);
			}),
		));
	it('never leave anybody late while they last', () =>
		fc.assert(
			fc.property(suspensions, day, (all, on) => {
				const facts = { ...confirmed, confirmedOn: '2025-01-01', suspensions: all };
				if (statusOf(facts, on) === 'suspended') expect(late(facts, on)).toBe(false);
			}),
		));
	it('of a stretch without an end keep the days that were left at its beginning', () =>
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 900 }), (begin, later) => {
				const from = addDays('2026-03-02', begin);
				const on = addDays(from, later);
				const facts = { ...confirmed, suspensions: [{ from, until: null }] };
				expect(deadline(facts, on)?.on).toBe(addDays('2026-09-01', later + 1));
			}),
		));
});
