import { m } from '#lib/paraglide/messages.js';
import type { Course } from '#lib/domain/course.ts';
import { courseInWords } from './courseWords.ts';
import { sayMoment } from './sayMoment.ts';

/** Says that somebody has a seat in a course, and when its next meeting is, in the language of this request. */
export const seatInWords = (seat: {
	course: Pick<Course, 'kind' | 'courseLanguage' | 'level'>;
	nextOn: string;
	startTime: string;
}): string =>
	m.pathway_seat({
		course: courseInWords(seat.course),
		date: sayMoment({ date: seat.nextOn, time: seat.startTime }),
	});
