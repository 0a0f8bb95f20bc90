import type { Course, Session } from '#lib/domain/course.ts';
import { addDays, weekdayOf } from '#lib/domain/dates.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { OfferCells, Series } from './courseSeries.ts';
import { series } from './series.ts';
import type { StageName } from './stages.ts';

/** Takes changes and returns a course with these changes: rights and duties at BAPA BXL, the plain case of a test. */
export const course = (changes: Partial<Course> = {}): Course => ({
	id: 'bapa-bxl-rights',
	kind: 'rights_and_duties',
	office: 'bapa-bxl',
	courseLanguage: null,
	level: null,
	hours: 10,
	...changes,
});

/** Takes changes and returns a session with these changes: four Mondays from 11 January 2027, in Arabic, five seats. */
export const session = (changes: Partial<Session> = {}): Session => ({
	id: 'rights-1',
	course: 'bapa-bxl-rights',
	spokenLanguages: ['ar'],
	startsOn: '2027-01-11',
	weekdays: [1],
	startTime: '09:00',
	endTime: '11:30',
	meetings: 4,
	place: 'Rue de la Démonstration 1, 1000 Bruxelles',
	seats: 5,
	counterReserve: 0,
	childcare: false,
	stepFree: true,
	teacherGender: null,
	calledOff: false,
	revision: 0,
	mostMeetings: changes.meetings ?? 4,
	...changes,
});

const weeks = 12;

/**
 * Takes today and returns a believable offer for the twelve weeks that follow: assessments, rights and
 * duties, citizenship, French and Dutch, by day and by night, at the offices of the demonstration.
 */
export const demonstrationOffer = (today: CalendarDate): OfferCells[] => {
	const monday = addDays(today, 8 - weekdayOf(today));
	return series.flatMap((each) => {
		const rows: OfferCells[] = [];
		for (let week = each.fromWeek; week <= weeks; week += each.everyWeeks)
			rows.push(rowOf(each, rows.length, addDays(monday, (week - 1) * 7)));
		return rows;
	});
};

/** Two courses that are over, and the stage of the people who followed them. */
export const pastSessions = (today: CalendarDate): { cells: OfferCells; stage: StageName }[] => {
	const monday = addDays(today, 1 - weekdayOf(today));
	const past = (id: string, startsOn: CalendarDate, stage: StageName) =>
		series
			.filter(({ course }) => course.id === id)
			.slice(0, 1)
			.map((each) => ({ cells: { ...rowOf(each, 0, startsOn), session: `${id}-past` }, stage }));
	return [
		// Over by the day on which the office recorded the step, see the stages.
		...past('bapa-bxl-rights', addDays(monday, -11 * 7), 'in_course'),
		...past('bapa-bxl-citizenship', addDays(monday, -14 * 7), 'almost_there'),
	];
};

const rowOf = (
	{ course: of, place, spoken, times, weekdays, meetings, seats, more }: Series,
	index: number,
	startsOn: CalendarDate,
): OfferCells => {
	const [startTime = '', endTime = ''] = (times[index % times.length] ?? '').split('-');
	return {
		course: of.id,
		kind: of.kind,
		office: of.office,
		course_language: of.courseLanguage ?? '',
		spoken_languages: spoken[index % spoken.length] ?? '',
		level: of.level ?? '',
		hours: String(of.hours),
		session: `${of.id}-${index + 1}`,
		starts_on: startsOn,
		weekdays,
		start_time: startTime,
		end_time: endTime,
		meetings: String(meetings),
		place,
		seats: String(seats),
		counter_reserve: '0',
		childcare: 'no',
		step_free: 'yes',
		teacher_gender: '',
		...more,
	};
};
