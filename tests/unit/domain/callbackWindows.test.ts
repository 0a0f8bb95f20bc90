import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brusselsClock, brusselsInstant } from '#lib/domain/brusselsTime.ts';
import { nextTry } from '#lib/domain/callback.ts';
import type { AttemptResult } from '#lib/domain/callback.ts';
import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { differentHours, offeredWindows, windowAt, windowsFrom } from '#lib/domain/callbackWindows.ts';
import { readOpeningHours } from '#lib/domain/openingHours.ts';
import { openingsOn } from '#lib/domain/openings.ts';

const rulesWith = (hours: string, others: Partial<CallbackRules> = {}): CallbackRules => {
	const read = readOpeningHours(hours);
	if (!read.ok) throw new Error(read.reason);
	return { ...callbackRules, hours: read.value, ...others };
};
const office = rulesWith('Mo-Fr 09:00-12:00,13:00-17:30; PH off', { capacity: 2, daysAhead: 3 });
const none = new Map<number, number>();
const shown = ({ start, end }: { start: Date; end: Date }) =>
	`${brusselsClock(start).date} ${brusselsClock(start).time}-${brusselsClock(end).time}`;

describe('windows', () => {
	// Friday 3 April 2026; Monday 6 April is Easter Monday.
	it('are cut from each opening; what is left of it is not offered', () =>
		expect(offeredWindows(office, brusselsInstant('2026-04-03', '08:00'), none).map(shown)).toEqual([
			'2026-04-03 09:00-11:00',
			'2026-04-03 13:00-15:00',
			'2026-04-03 15:00-17:00',
			// Fewer than four in the three days ahead: the next opening is after the holiday.
			'2026-04-07 09:00-11:00',
		]));

	it('need the lead time: one that begins sooner is neither offered nor taken', () => {
		const start = brusselsInstant('2026-04-03', '13:00');
		expect(windowAt(office, brusselsInstant('2026-04-03', '12:00'), start)).not.toBeNull();
		expect(windowAt(office, brusselsInstant('2026-04-03', '12:01'), start)).toBeNull();
		expect(shown(offeredWindows(office, brusselsInstant('2026-04-03', '12:01'), none)[0]!)).toBe(
			'2026-04-03 15:00-17:00',
		);
	});

	it('are offered further ahead while those near are full', () => {
		const now = brusselsInstant('2026-04-03', '08:00');
		const load = new Map<number, number>();
		for (const { start } of windowsFrom(office, now))
			if (start < brusselsInstant('2026-04-14', '00:00')) load.set(+start, 2);
		expect(offeredWindows(office, now, load).map(shown)).toEqual([
			'2026-04-14 09:00-11:00',
			'2026-04-14 13:00-15:00',
			'2026-04-14 15:00-17:00',
			'2026-04-15 09:00-11:00',
		]);
	});

	it('are none other than those of the hours', () => {
		const now = brusselsInstant('2026-04-03', '08:00');
		for (const start of [
			brusselsInstant('2026-04-03', '09:30'),
			brusselsInstant('2026-04-04', '09:00'),
			brusselsInstant('2026-04-06', '09:00'),
			brusselsInstant('2025-04-03', '09:00'),
			new Date(Number.NaN),
		])
			expect(windowAt(office, now, start)).toBeNull();
	});

	const instants = fc.date({
		min: new Date('2026-03-20T00:00:00Z'),
		max: new Date('2026-11-05T00:00:00Z'),
		noInvalidDate: true,
	});

	it('last two hours of real time, within the hours and one after the other, also in the nights of the change', () =>
		fc.assert(
			fc.property(
				instants,
				fc.constantFrom('24/7', 'Mo-Su 00:00-24:00', 'Sa,Su 00:30-08:30', 'Mo-Fr 09:00-17:00'),
				(now, hours) => {
					const rules = rulesWith(hours);
					const offered = offeredWindows(rules, now, none);
					expect(offered.length).toBeGreaterThanOrEqual(rules.fewestOffered);
					let last = new Date(+now + rules.leadMinutes * 60_000);
					for (const window of offered) {
						expect(window.start >= last).toBe(true);
						expect(+window.end - +window.start).toBe(7_200_000);
						const { date } = brusselsClock(window.start);
						const opening = openingsOn(rules.hours, date).find(
							({ start, end }) => start <= window.start && window.end <= end,
						);
						expect(opening).toBeDefined();
						last = window.end;
					}
					const latest = offered.at(-1)!;
					expect(windowAt(rules, now, latest.start)).toEqual(latest);
				},
			),
			{ numRuns: 60 },
		));

	it('are eleven on the short night, twelve on the long one', () => {
		const rules = rulesWith('Su 00:00-24:00', { daysAhead: 0, fewestOffered: 0, leadMinutes: 0 });
		const count = (date: string) => offeredWindows(rules, brusselsInstant(date, '00:00'), none).length;
		expect([count('2026-03-29'), count('2026-10-25'), count('2026-05-03')]).toEqual([11, 12, 12]);
		const [first] = offeredWindows(rules, brusselsInstant('2026-03-29', '00:00'), none).slice(1);
		expect(shown(first!)).toBe('2026-03-29 03:00-05:00');
	});
});

describe('the next try', () => {
	const window = {
		start: brusselsInstant('2026-04-08', '09:00'),
		end: brusselsInstant('2026-04-08', '11:00'),
	};
	const tried = (date: string, time: string, result: AttemptResult = 'no_answer') => ({
		at: brusselsInstant(date, time),
		result,
	});
	const next = (attempts: ReturnType<typeof tried>[], now: Date, promised = [window]) => {
		const answer = nextTry(office, promised, attempts, now);
		return answer.kind === 'in_window' ? shown(answer.window) : answer.kind;
	};

	it('is in the promised window, also when that has passed', () => {
		expect(next([], brusselsInstant('2026-04-07', '12:00'))).toBe('2026-04-08 09:00-11:00');
		expect(next([], brusselsInstant('2026-04-08', '16:00'))).toBe('2026-04-08 09:00-11:00');
	});

	it('is at another hour after a try in vain', () => {
		const first = tried('2026-04-08', '09:10');
		const second = tried('2026-04-08', '13:10');
		expect(next([first], first.at)).toBe('2026-04-08 13:00-15:00');
		expect(next([first, second], second.at)).toBe('2026-04-08 15:00-17:00');
		const third = tried('2026-04-08', '15:10');
		expect(next([first, second, third], third.at)).toBe('handed_on');
	});

	it('counts every try in vain, and none that reached the person', () => {
		const three = [tried('2026-04-08', '09:01'), tried('2026-04-08', '09:20'), tried('2026-04-08', '09:59')];
		expect(differentHours(three.map(({ at }) => at))).toBe(1);
		expect(next(three.slice(0, 2), three[1]!.at)).toBe('2026-04-08 13:00-15:00');
		expect(next(three, three[2]!.at)).toBe('handed_on');
		expect(next([tried('2026-04-08', '09:01', 'reached')], brusselsInstant('2026-04-08', '09:01'))).toBe(
			'2026-04-08 13:00-15:00',
		);
	});

	it('is for an experienced person at once when the number is wrong', () =>
		expect(
			next([tried('2026-04-08', '09:10', 'wrong_contact')], brusselsInstant('2026-04-08', '09:10')),
		).toBe('handed_on'));

	it('keeps a second promise too, and does not wait for it with a try in vain', () => {
		const later = {
			start: brusselsInstant('2026-04-10', '09:00'),
			end: brusselsInstant('2026-04-10', '11:00'),
		};
		const first = tried('2026-04-08', '09:10');
		expect(next([first], first.at, [window, later])).toBe('2026-04-08 13:00-15:00');
		expect(next([], brusselsInstant('2026-04-07', '09:00'), [later, window])).toBe('2026-04-08 09:00-11:00');
	});

	it('always exists: in a window to come or overdue, or with a person', () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						at: fc.date({
							min: new Date('2026-04-07T00:00:00Z'),
							max: new Date('2026-05-07T00:00:00Z'),
							noInvalidDate: true,
						}),
						result: fc.constantFrom<AttemptResult>('no_answer', 'busy', 'voicemail'),
					}),
					{ maxLength: 6 },
				),
				(attempts) => {
					const sorted = attempts.sort((one, other) => +one.at - +other.at);
					const now = sorted.at(-1)?.at ?? brusselsInstant('2026-04-07', '12:00');
					const answer = nextTry(office, [window], sorted, now);
					const used = sorted.length >= office.attempts;
					expect(answer.kind).toBe(used ? 'handed_on' : 'in_window');
				},
			),
		));
});
