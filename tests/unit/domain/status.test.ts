import { describe, expect, it } from 'vitest';
import { statusOf, suspensionOn } from '#lib/domain/status.ts';
import type { PathwayFacts } from '#lib/domain/pathway.ts';
import { pathwayFacts } from '../../support/pathwayFacts.ts';

const today = '2026-07-10';
const proposed = pathwayFacts();
const confirmed: PathwayFacts = { ...proposed, confirmedOn: '2026-03-01' };
const registration = { step: 'registration', on: '2026-04-01', office: 'bapa' } as const;
const completion = { step: 'completion', on: '2026-07-01', office: 'bapa' } as const;
const status = (facts: PathwayFacts) => statusOf(facts, today);

describe('the status of a dossier', () => {
	it('waits for the commune while the obligation is a proposal', () =>
		expect(status(proposed)).toBe('to_confirm'));
	it('is running once the commune has confirmed', () => expect(status(confirmed)).toBe('running'));
	it.each(['review', 'exempt', 'not_concerned'] as const)(
		'is %s as long as nothing else is known',
		(outcome) => expect(status({ ...proposed, outcome })).toBe(outcome),
	);
	it.each(['review', 'exempt', 'not_concerned'] as const)(
		'is voluntary when %s and at an office',
		(outcome) => expect(status({ ...proposed, outcome, done: [registration] })).toBe('voluntary'),
	);
	it('is running when a person settled a review by confirming', () =>
		expect(status({ ...confirmed, outcome: 'review' })).toBe('running'));
	it('is on the waiting list while waiting for a seat without holding one', () => {
		const waiting: PathwayFacts = { ...confirmed, done: [registration], waiting: ['citizenship'] };
		expect(status(waiting)).toBe('on_waiting_list');
		expect(status({ ...waiting, confirmedOn: null, outcome: 'exempt' })).toBe('on_waiting_list');
		expect(status({ ...waiting, booked: ['rights_and_duties'] })).toBe('running');
	});
	it('is suspended from the first day to the last, both included', () => {
		const between = (from: string, until: string | null) =>
			status({ ...confirmed, suspensions: [{ from, until }] });
		expect(between(today, today)).toBe('suspended');
		expect(between('2026-06-01', null)).toBe('suspended');
		expect(between('2026-06-01', '2026-07-09')).toBe('running');
		expect(between('2026-07-11', null)).toBe('running');
	});
	it('is completed, and stays so under a suspension', () =>
		expect(
			status({
				...confirmed,
				done: [registration, completion],
				suspensions: [{ from: '2026-06-01', until: null }],
			}),
		).toBe('completed'));
	it('is closed from its day on, whatever else is known', () => {
		expect(status({ ...confirmed, done: [registration, completion], closedOn: today })).toBe('closed');
		expect(status({ ...confirmed, closedOn: '2026-07-11' })).toBe('running');
	});
});

describe('the suspension in force', () => {
	it('is the one that lasts longest', () => {
		const short = { from: '2026-07-01', until: '2026-07-15' };
		const long = { from: '2026-07-05', until: '2026-08-01' };
		const open = { from: '2026-07-09', until: null };
		expect(suspensionOn([short, long], today)).toEqual(long);
		expect(suspensionOn([open, short, long], today)).toEqual(open);
		expect(suspensionOn([short], '2026-07-16')).toBeNull();
	});
});
