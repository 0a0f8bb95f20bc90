import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brusselsClock, brusselsInstant, brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { readOpeningHours } from '#lib/domain/openingHours.ts';
import type { OpeningHours } from '#lib/domain/openingHours.ts';
import { openingsOn, opennessAt, spansOn, weekFrom } from '#lib/domain/openings.ts';

const read = (text: string): OpeningHours => {
	const hours = readOpeningHours(text);
	if (!hours.ok) throw new Error(`${hours.reason} at ${hours.at}`);
	return hours.value;
};
const on = (text: string, date: string) =>
	spansOn(read(text), date)
		.map(({ from, to }) => `${from}-${to}`)
		.join(',');

// 2026: 9 March is a Monday, 6 April Easter Monday, 21 July a Tuesday, 24 December a Thursday.
describe('opening hours', () => {
	it.each([
		['Mo-Fr 09:00-12:00,13:00-16:00', '2026-03-09', '09:00-12:00,13:00-16:00'],
		['Mo-Fr 09:00-12:00,13:00-16:00', '2026-03-14', ''],
		['mo-fr 9:00–12:00', '2026-03-09', '09:00-12:00'],
		['Fr-Mo 10:00-11:00', '2026-03-08', '10:00-11:00'],
		['Fr-Mo 10:00-11:00', '2026-03-10', ''],
		['Tu,Th 10:00-11:00', '2026-03-12', '10:00-11:00'],
		['08:00-09:00', '2026-03-15', '08:00-09:00'],
		['24/7', '2026-12-25', '00:00-24:00'],
		['Mo-Fr 13:00-16:00,09:00-12:00', '2026-03-09', '09:00-12:00,13:00-16:00'],
	])('"%s" on %s: %s', (text, date, spans) => expect(on(text, date)).toBe(spans));

	it('lets a later rule replace an earlier one for the days it names, and one after a comma add', () => {
		expect(on('Mo-Fr 09:00-16:00; Th 17:00-20:00', '2026-03-12')).toBe('17:00-20:00');
		expect(on('Mo-Fr 09:00-16:00; Th 17:00-20:00', '2026-03-11')).toBe('09:00-16:00');
		expect(on('Mo-Fr 09:00-16:00, Th 17:00-20:00', '2026-03-12')).toBe('09:00-16:00,17:00-20:00');
		expect(on('Mo-Fr 09:00-16:00, Th 15:00-20:00', '2026-03-12')).toBe('09:00-20:00');
		expect(on('Mo-Fr 09:00-16:00; We off', '2026-03-11')).toBe('');
	});

	it('lets a date beat a public holiday, and a public holiday a weekday, whatever their order', () => {
		expect(on('Mo-Fr 09:00-16:00', '2026-04-06')).toBe('');
		expect(on('PH 10:00-12:00; Mo-Fr 09:00-16:00', '2026-04-06')).toBe('10:00-12:00');
		expect(on('2026-12-24 09:00-12:00; Mo-Fr 09:00-16:00', '2026-12-24')).toBe('09:00-12:00');
		expect(on('Mo-Fr 09:00-16:00; PH off; 2026-07-21 10:00-11:00', '2026-07-21')).toBe('10:00-11:00');
		expect(on('Mo-Fr 09:00-16:00; 2026-12-24/2027-01-03 off', '2026-12-30')).toBe('');
		expect(on('Mo-Fr 09:00-16:00; 2026-12-24/2027-01-03 off', '2027-01-04')).toBe('09:00-16:00');
	});

	it.each([
		['', 'hours_empty', ''],
		[' ; ;', 'hours_empty', ' ; ;'],
		['Mo-Fr', 'times_missing', 'Mo-Fr'],
		['Mo-Fr 9h-12h', 'times_missing', 'Mo-Fr 9h-12h'],
		['Lu-Ve 09:00-12:00', 'unknown_day', 'Lu-Ve'],
		['Mo-We-Fr 09:00-12:00', 'unknown_day', 'Mo-We-Fr'],
		['2026-02-30 off', 'unknown_day', '2026-02-30'],
		['Mo 25:00-26:00', 'unknown_time', '25:00-26:00'],
		['Mo 09:60-10:00', 'unknown_time', '09:60-10:00'],
		['Mo 09:00-24:30', 'unknown_time', '09:00-24:30'],
		['Mo 09:00+', 'unknown_time', '09:00+'],
		['Mo 12:00-09:00', 'end_before_beginning', '12:00-09:00'],
		['Mo 22:00-02:00', 'end_before_beginning', '22:00-02:00'],
		['Mo 09:00-12:00,11:00-13:00', 'overlapping_times', '11:00-13:00'],
		['2026-12-31/2026-12-24 off', 'end_before_beginning', '2026-12-31/2026-12-24'],
		['x'.repeat(1001), 'hours_too_long', 'x'.repeat(40)],
	])('refuses %j with %s', (text, reason, at) =>
		expect(readOpeningHours(text)).toEqual({ ok: false, reason, at }),
	);

	it('never throws, whatever is typed', () =>
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[MoTuWePH0-9:,;/ -]*$/)), (text) => {
				const hours = readOpeningHours(text);
				if (hours.ok) weekFrom(hours.value, '2026-12-21');
			}),
		));
});

describe('open now', () => {
	const office = read('Mo-Fr 09:00-12:00,13:00-16:00; PH off; 2026-12-24 off');
	const at = (date: string, time: string) => opennessAt(office, brusselsInstant(date, time));
	const open = (date: string, time: string) => ({ open: true, until: brusselsInstant(date, time) });
	const closed = (date: string, time: string) => ({ open: false, opensAt: brusselsInstant(date, time) });

	it.each([
		['2026-03-09', '08:59', closed('2026-03-09', '09:00')],
		['2026-03-09', '09:00', open('2026-03-09', '12:00')],
		['2026-03-09', '11:59', open('2026-03-09', '12:00')],
		['2026-03-09', '12:00', closed('2026-03-09', '13:00')],
		['2026-03-09', '16:00', closed('2026-03-10', '09:00')],
		// Good Friday is no legal holiday; Easter Monday is.
		['2026-04-03', '16:00', closed('2026-04-07', '09:00')],
		// 24 December by its date, 25 by law, then a weekend.
		['2026-12-23', '17:00', closed('2026-12-28', '09:00')],
	])('on %s at %s', (date, time, answer) => expect(at(date, time)).toEqual(answer));

	it('says when nothing is known any more, and when it never closes', () => {
		expect(opennessAt(read('2026-03-09 09:00-12:00'), brusselsInstant('2026-03-09', '12:00'))).toEqual({
			open: false,
			opensAt: null,
		});
		expect(opennessAt(read('2026-03-09 09:00-12:00'), brusselsInstant('2026-03-09', '11:00'))).toEqual(
			open('2026-03-09', '12:00'),
		);
		expect(opennessAt(read('24/7'), brusselsInstant('2026-03-09', '12:00'))).toEqual({
			open: true,
			until: null,
		});
	});

	it('counts a night through midnight as one opening', () =>
		expect(
			opennessAt(read('Fr 20:00-24:00; Sa 00:00-04:00'), brusselsInstant('2026-03-13', '23:00')),
		).toEqual(open('2026-03-14', '04:00')));

	it('keeps to the clock in both nights of the change', () => {
		const night = read('Su 01:00-05:00');
		expect(opennessAt(night, new Date('2026-03-29T00:30:00Z'))).toEqual(open('2026-03-29', '05:00'));
		expect(opennessAt(night, new Date('2026-10-25T01:30:00Z'))).toEqual(open('2026-10-25', '05:00'));
		const [spring] = openingsOn(night, '2026-03-29');
		const [autumn] = openingsOn(night, '2026-10-25');
		expect([+spring!.end - +spring!.start, +autumn!.end - +autumn!.start]).toEqual([10_800_000, 18_000_000]);
		expect(openingsOn(read('Su 02:15-02:45'), '2026-03-29')).toEqual([]);
		expect(openingsOn(read('Su 02:15-04:00'), '2026-03-29')[0]?.start).toEqual(new Date('2026-03-29T01:00Z'));
	});

	const hour = fc.integer({ min: 3, max: 23 }).map((each) => String(each).padStart(2, '0'));
	const anyHours = fc
		.array(
			fc.tuple(
				fc.constantFrom('Mo-Fr', 'Sa,Su', 'We', 'PH', '2026-10-25', '2026-03-29', 'Mo-Su'),
				fc.option(fc.tuple(hour, hour, fc.constantFrom('00', '30'))),
				fc.constantFrom('; ', ', '),
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((rules) =>
			rules
				.map(([days, times, mark], index) => {
					const [one = '', other = '', minutes = ''] = times ?? [];
					const [from, to] = one < other ? [one, other] : [other, one];
					const spans = times && from !== to ? `${from}:${minutes}-${to}:${minutes}` : 'off';
					return `${index === 0 ? '' : mark}${days} ${spans}`;
				})
				.join(''),
		);
	const instants = fc.date({
		min: new Date('2026-01-01T00:00:00Z'),
		max: new Date('2027-01-01T00:00:00Z'),
		noInvalidDate: true,
	});

	it('is open exactly while the clock shows a time between the spans of that day, and says truly until when', () =>
		fc.assert(
			fc.property(anyHours, instants, (text, now) => {
				const hours = read(text);
				const { date, time } = brusselsClock(now);
				const within = spansOn(hours, date).some(({ from, to }) => from <= time && time < to);
				const answer = opennessAt(hours, now);
				expect(answer.open).toBe(within);
				const change = answer.open ? answer.until : answer.opensAt;
				if (!change) return;
				expect(change > now).toBe(true);
				const before = opennessAt(hours, new Date(+change - 1));
				expect(before.open).toBe(answer.open);
				expect(opennessAt(hours, change).open).toBe(!answer.open);
			}),
			{ numRuns: 300 },
		));

	it('lists seven days from today, with the holidays among them', () => {
		const week = weekFrom(office, '2026-12-21');
		expect(week.map(({ date }) => date)).toEqual(
			Array.from({ length: 7 }, (_, day) => addDays('2026-12-21', day)),
		);
		expect(week[4]).toEqual({ date: '2026-12-25', holiday: 'christmas', spans: [] });
		expect(week[0]?.spans).toHaveLength(2);
		expect(brusselsToday(new Date('2026-12-20T23:30:00Z'))).toBe('2026-12-21');
	});
});
