import type { Course, Session } from '#lib/domain/course.ts';

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
	...changes,
});
