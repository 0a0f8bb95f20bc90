import { ICalCalendar, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { brusselsZone } from '#lib/domain/brusselsTime.ts';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import { meetingsOf } from '#lib/domain/sessionTimes.ts';
import { courseInWords, languageNames } from '#lib/i18n/courseWords.ts';
import { m } from '#lib/paraglide/messages.js';
import { brusselsZoneComponent } from './brusselsZone.ts';

/** One booking, as a calendar is told of it. */
export type BookingInCalendar = {
	booking: string;
	/** The seat was given back, or its session called off: the calendar takes its meetings out. */
	cancelled: boolean;
	session: Session;
	course: Pick<Course, 'kind' | 'courseLanguage' | 'level'>;
	office: { nameFr: string; nameNl: string };
};

/** In which language, where the person changes the booking, and when this is written. */
export type CalendarSetting = { language: Language; address: string; at: Date };

/**
 * Takes a booking and returns its meetings as an iCalendar file (RFC 5545, RFC 5546), in the language of the person and
 * the time of Brussels. A meeting keeps its UID for good, so that a later file with a higher SEQUENCE moves it, or takes
 * it out; meetings that were dropped from a session are cancelled by number. It wakes nobody: reminders are messages.
 */
export const calendarOf = (booking: BookingInCalendar, setting: CalendarSetting): string => {
	const { session, cancelled } = booking;
	const { language: locale, at } = setting;
	const calendar = new ICalCalendar({
		prodId: { company: 'Halte', product: 'Halte', language: locale.toUpperCase() },
		method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
	});
	const course = plain(courseInWords(booking.course, { locale }));
	const most = Math.max(session.mostMeetings, session.meetings);
	for (const [index, meeting] of meetingsOf({ ...session, meetings: most }).entries()) {
		const isOut = cancelled || index >= session.meetings;
		calendar.createEvent({
			id: `${booking.booking}-${index + 1}@halte`,
			sequence: session.revision + (cancelled ? 1 : 0),
			stamp: at,
			start: inBrussels(meeting.starts),
			end: inBrussels(meeting.ends),
			timezone: brusselsZone,
			summary: isOut ? plain(m.calendar_cancelled({ course }, { locale })) : course,
			location: session.place,
			description: wordsOf(booking, index + 1, setting),
			url: setting.address,
			status: isOut ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			class: ICalEventClass.PRIVATE,
		});
	}
	// The library writes a zone of the calendar into DTSTAMP too, which has to be UTC (3.8.7.2): the zone is put in here.
	return calendar.toString().replace('BEGIN:VEVENT', `${brusselsZoneComponent}BEGIN:VEVENT`);
};

const inBrussels = (instant: Date) =>
	Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(brusselsZone);

const wordsOf = (
	{ session, office }: BookingInCalendar,
	number: number,
	{ language: locale, address }: CalendarSetting,
): string => {
	const languages = languageNames(session.spokenLanguages, locale);
	const [nth, total] = [String(number), String(session.meetings)];
	return [
		...(number <= session.meetings ? [m.calendar_meeting({ number: nth, total }, { locale })] : []),
		locale === 'nl' ? office.nameNl : office.nameFr,
		m.courses_languages({ languages }, { locale }),
		m.calendar_change({ address }, { locale }),
	]
		.map(plain)
		.join('\n');
};

/** Calendars show the signs that isolate a direction as boxes on some phones; their lines hold one direction each. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
