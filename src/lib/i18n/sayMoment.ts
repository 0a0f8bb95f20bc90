import { m } from '#lib/paraglide/messages.js';
import { isolate } from './isolate.ts';
import { sayDate } from './sayDate.ts';

/** Says a day and a time, as Brussels shows them, to stand in a sentence. */
export const sayMoment = ({ date, time }: { date: string; time: string }): string =>
	m.seat_moment({ date: sayDate(date), time: isolate(time) });
