import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeSteps, steps, stopsOf, type PathwayFacts } from '#lib/domain/pathway.ts';
import { statusOf } from '#lib/domain/status.ts';
import { pathwayFacts } from '../../support/pathwayFacts.ts';

const today = '2026-07-10';
const proposed = pathwayFacts();
const confirmed: PathwayFacts = { ...proposed, confirmedOn: '2026-03-01' };
const done = (...these: (typeof officeSteps)[number][]) =>
	these.map((step) => ({ step, on: '2026-04-01', office: 'bapa' }));
const line = (facts: PathwayFacts) =>
	stopsOf(facts, statusOf(facts, today))
		.map(({ state }) => state)
		.join(' ');

describe('the line', () => {
	it('stands at the information while the commune checks, the rest undecided', () => {
		const waiting = `here ${'undecided '.repeat(8).trim()}`;
		expect(line(proposed)).toBe(waiting);
		expect(line({ ...proposed, outcome: 'review' })).toBe(waiting);
	});
	it('stands at the registration once the commune has confirmed', () =>
		expect(line(confirmed)).toBe('done here ahead ahead ahead ahead ahead undecided ahead'));
	it('moves on with each step', () =>
		expect(line({ ...confirmed, done: done('registration', 'welcome') })).toBe(
			'done done done here ahead ahead ahead undecided ahead',
		));
	it('serves the language course once a seat is booked or waited for', () => {
		const facts = { ...confirmed, done: done('registration') };
		expect(line({ ...facts, booked: ['language_course'] })).toMatch(/ahead ahead$/);
		expect(line({ ...facts, waiting: ['language_course'] })).toMatch(/ahead ahead$/);
	});
	it('stands at the completion when only the undecided course is left', () =>
		expect(
			line({
				...confirmed,
				done: done(
					'registration',
					'welcome',
					'social_assessment',
					'language_assessment',
					'rights_and_duties',
					'citizenship',
				),
			}),
		).toBe('done done done done done done done undecided here'));
	it('leaves out what was not needed once completed', () =>
		expect(line({ ...confirmed, done: done('registration', 'completion') })).toBe(
			'done done left_out left_out left_out left_out left_out left_out done',
		));
	it('is undecided from end to end for whoever is exempt, and no place is theirs', () =>
		expect(line({ ...proposed, outcome: 'exempt' })).toBe('undecided '.repeat(9).trim()));
	it('keeps what was done in a closed dossier, without a present stop', () =>
		expect(line({ ...confirmed, done: done('registration'), closedOn: today })).toBe(
			`done done ${'undecided '.repeat(7).trim()}`,
		));
});

describe('any line', () => {
	const facts = fc.record({
		outcome: fc.constantFrom('obliged', 'exempt', 'review', 'not_concerned' as const),
		confirmedOn: fc.constantFrom(null, '2026-03-01'),
		registerByPrinted: fc.constant(null),
		closedOn: fc.constantFrom(null, null, '2026-07-01'),
		done: fc.subarray([...officeSteps]).map((these) => done(...these)),
		suspensions: fc.constantFrom([], [{ from: '2026-07-01', until: null }]),
		booked: fc.subarray([...steps]),
		waiting: fc.subarray([...steps]),
	}) as fc.Arbitrary<PathwayFacts>;
	it('has every stop once, at most one present stop, and exactly one while it is under way', () =>
		fc.assert(
			fc.property(facts, (each) => {
				const status = statusOf(each, today);
				const stops = stopsOf(each, status);
				expect(stops.map(({ step }) => step)).toEqual([...steps]);
				const here = stops.filter(({ state }) => state === 'here').length;
				const ended = ['exempt', 'not_concerned', 'completed', 'closed'].includes(status);
				expect(here).toBe(ended ? 0 : 1);
			}),
		));
	it('shows every step done as done, with its day', () =>
		fc.assert(
			fc.property(facts, (each) => {
				const stops = stopsOf(each, statusOf(each, today));
				for (const { step, on } of each.done)
					expect(stops.find((stop) => stop.step === step)).toMatchObject({ state: 'done', on });
			}),
		));
});
