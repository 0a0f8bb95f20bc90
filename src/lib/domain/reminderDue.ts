import { brusselsToday } from './brusselsTime.ts';
import { addDays, compareDates } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { arrivesInTime } from './letterArrival.ts';
import type { MessageKind } from './message.ts';

/** So many days before the first meeting the earliest reminder is written: for those whom only the post reaches. */
export const reminderDays = 7;

/** A seat whose first meeting is near: when that begins, since when the seat is taken, and whether only the post reaches its person. */
export type SeatNear = {
	first: CalendarDate;
	starts: Date;
	bookedOn: CalendarDate;
	byPostAlone: boolean;
};

/**
 * Takes a seat and returns the reminder that is due now. Who booked since the reminder's day has had a confirmation that
 * says the same; two days before is late for the first reminder and still of use when Halte was off the day before. A
 * letter goes a week before, or later as long as it is there in time, and it is the only one: none could come the day before.
 */
export function reminderDue(
	{ first, starts, bookedOn, byPostAlone }: SeatNear,
	at: Date,
): Extract<MessageKind, `reminder_${string}`> | null {
	const today = brusselsToday(at);
	const isBookedBefore = (day: CalendarDate) => compareDates(bookedOn, day) < 0;
	if (byPostAlone) {
		const isNear = first <= addDays(today, reminderDays) && arrivesInTime(starts, at);
		return isNear && isBookedBefore(addDays(first, -reminderDays)) ? 'reminder_3_days' : null;
	}
	if (first === addDays(today, 1) && isBookedBefore(today)) return 'reminder_1_day';
	const isNear = first === addDays(today, 3) || first === addDays(today, 2);
	return isNear && isBookedBefore(addDays(first, -3)) ? 'reminder_3_days' : null;
}
