import { expect, test } from 'vitest';
import { factFaults } from '#lib/domain/factFaults.ts';
import type { KeptFacts } from '#lib/domain/factFaults.ts';

const today = '2026-12-01';
const sound: KeptFacts = {
	confirmedOn: '2026-01-05',
	closedOn: null,
	done: [
		{ step: 'registration', on: '2026-02-01' },
		{ step: 'welcome', on: '2026-02-01' },
		{ step: 'completion', on: '2026-12-01' },
	],
	suspensions: [
		{ from: '2026-03-01', until: '2026-03-01' },
		{ from: '2026-05-01', until: null },
	],
};

test('sound facts have no fault', () => {
	expect(factFaults(sound, today)).toEqual([]);
	expect(factFaults({ confirmedOn: null, closedOn: null, done: [], suspensions: [] }, today)).toEqual([]);
});

test.each<[string, Partial<KeptFacts>]>([
	['unknown_step', { done: [...sound.done, { step: 'holiday', on: '2026-03-01' }] }],
	['step_in_future', { done: [{ step: 'registration', on: '2026-12-02' }] }],
	['step_without_registration', { done: [{ step: 'welcome', on: '2026-02-01' }] }],
	['step_before_registration', { done: [...sound.done, { step: 'citizenship', on: '2026-01-31' }] }],
	[
		'step_after_completion',
		{
			done: [
				{ step: 'registration', on: '2026-02-01' },
				{ step: 'citizenship', on: '2026-03-02' },
				{ step: 'completion', on: '2026-03-01' },
			],
		},
	],
	['confirmed_in_future', { confirmedOn: '2026-12-02' }],
	['suspension_ends_before_it_begins', { suspensions: [{ from: '2026-03-02', until: '2026-03-01' }] }],
	[
		'two_suspensions_without_end',
		{
			suspensions: [
				{ from: '2026-03-02', until: null },
				{ from: '2026-04-02', until: null },
			],
		},
	],
])('%s is found, and nothing else', (fault, change) => {
	expect(factFaults({ ...sound, ...change }, today)).toEqual([fault]);
});
