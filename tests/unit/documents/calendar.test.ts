import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { course, session } from '#lib/demonstration/offer.ts';
import type { Session } from '#lib/domain/course.ts';
import { languages } from '#lib/domain/languages.ts';
import { meetingsOf } from '#lib/domain/sessionTimes.ts';
import { calendarOf } from '#lib/server/documents/calendar.ts';
import type { CalendarSetting } from '#lib/server/documents/calendar.ts';

const setting: CalendarSetting = {
	language: 'fr',
	address: 'https://halte.example/fr/bookings',
	at: new Date('2026-12-01T10:00:00Z'),
};
const fileOf = (
	changes: Partial<Session> = {},
	{ cancelled = false, ...said }: Partial<CalendarSetting> & { cancelled?: boolean } = {},
) =>
	calendarOf(
		{
			...{ booking: '0190f5c2-7c1e-7d7a-9a52-0d5c8f1e2a01', cancelled, course: course() },
			...{ session: session(changes), office: { nameFr: 'BAPA BXL', nameNl: 'BAPA BXL' } },
		},
		{ ...setting, ...said },
	);

/** Reads a file as a calendar does, by a parser that is not the writer's. */
const readBack = (file: string) => {
	const calendar = new ICAL.Component(ICAL.parse(file));
	const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
	const events = calendar.getAllSubcomponents('vevent').map((component) => {
		const event = new ICAL.Event(component);
		const instant = (time: ICAL.Time) => {
			time.zone = zone;
			return time.toJSDate().toISOString();
		};
		return {
			uid: event.uid,
			sequence: event.sequence,
			status: component.getFirstPropertyValue('status'),
			starts: instant(event.startDate),
			ends: instant(event.endDate),
			summary: event.summary,
			location: event.location,
			description: event.description,
			alarms: component.getAllSubcomponents('valarm').length,
			stamp: String(component.getFirstPropertyValue('dtstamp')),
		};
	});
	return { method: calendar.getFirstPropertyValue('method'), zone: zone.tzid, events };
};

const expected = (changes: Partial<Session>) =>
	meetingsOf(session(changes)).map(({ starts, ends }) => [starts.toISOString(), ends.toISOString()]);

test.each([
	['winter', { startsOn: '2027-01-11' }],
	['summer', { startsOn: '2027-06-07' }],
	['the change of October, on the Sunday itself', { startsOn: '2026-10-24', weekdays: [6, 7] }],
	['the change of March, on the Sunday itself', { startsOn: '2027-03-27', weekdays: [6, 7] }],
	['the night of March', { startsOn: '2027-03-28', weekdays: [7], startTime: '01:30', endTime: '03:30' }],
	['Christmas and New Year', { startsOn: '2026-12-18', weekdays: [5] }],
	['until midnight', { startTime: '22:00', endTime: '24:00' }],
])('%s: every meeting is read back at its instant', (_, changes) => {
	const { zone, events } = readBack(fileOf(changes));
	expect(zone).toBe('Europe/Brussels');
	expect(events.map(({ starts, ends }) => [starts, ends])).toEqual(expected(changes));
	expect(events.every(({ alarms }) => alarms === 0)).toBe(true);
});

test('a session that changed keeps the names of its meetings and counts up', () => {
	const before = readBack(fileOf());
	const after = readBack(fileOf({ startTime: '13:00', endTime: '15:00', revision: 1 }));
	expect(after.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
	expect(new Set(after.events.map(({ uid }) => uid)).size).toBe(4);
	expect(before.events[0]?.sequence).toBe(0);
	expect(after.events[0]?.sequence).toBe(1);
	expect(before.method).toBe('PUBLISH');
});

test('meetings that were dropped from a session are cancelled by their names', () => {
	const { events } = readBack(fileOf({ meetings: 2, mostMeetings: 4, revision: 2 }));
	expect(events.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED']);
	expect(events.map(({ uid }) => uid)).toEqual(readBack(fileOf()).events.map(({ uid }) => uid));
});

test('a booking that was given back takes its meetings out of the calendar', () => {
	const { method, events } = readBack(fileOf({ revision: 3 }, { cancelled: true }));
	expect(method).toBe('CANCEL');
	expect(events.map(({ status }) => status)).toEqual(Array(4).fill('CANCELLED'));
	expect(events[0]?.sequence).toBe(4);
	expect(events[0]?.summary).toMatch(/^Annulé/);
});

test.each(languages)('in %s it says what, where, in which language and how to change it', (language) => {
	const file = fileOf({}, { language });
	const [first] = readBack(file).events;
	expect(first?.summary).not.toBe('');
	expect(first?.location).toBe(session().place);
	expect(first?.description).toContain(setting.address);
	expect(first?.description).toContain('BAPA BXL');
	expect(file).not.toMatch(/[\u2066-\u2069]/);
	// Lines of at most 75 octets, ended by CRLF (RFC 5545, 3.1).
	expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
	expect(file).not.toMatch(/[^\r]\n/);
});

test('it is the same wherever the server stands, and says when it was written in UTC', () => {
	expect(readBack(fileOf()).events[0]?.stamp).toBe('2026-12-01T10:00:00Z');
});
