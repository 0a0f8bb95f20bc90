/**
 * The time zone of Brussels for calendars (RFC 5545, 3.6.5): an hour ahead of UTC, two from the last Sunday of March to
 * the last of October, changed at 01:00 UTC (directive 2000/84/EC). Valid from 1996 on, which is as far as a course goes back.
 */
export const brusselsZoneComponent = [
	'BEGIN:VTIMEZONE',
	'TZID:Europe/Brussels',
	'BEGIN:DAYLIGHT',
	'TZNAME:CEST',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0200',
	'DTSTART:19960331T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'TZNAME:CET',
	'TZOFFSETFROM:+0200',
	'TZOFFSETTO:+0100',
	'DTSTART:19961027T030000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'END:STANDARD',
	'END:VTIMEZONE',
	'',
].join('\r\n');
