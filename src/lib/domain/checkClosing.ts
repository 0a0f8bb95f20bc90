import { compareDates, isCalendarDate, type CalendarDate } from './dates.ts';
import type { DossierFacts } from './pathway.ts';
import { ok, refuse } from './result.ts';

/** Takes the facts, the day of closing and today. Refuses an impossible day, one before what is known, and a second closing. */
export function checkClosing(facts: DossierFacts, on: string, today: CalendarDate) {
	if (!isCalendarDate(on)) return refuse('wrong_date');
	const { closedOn, confirmedOn, referenceDate } = facts;
	if (closedOn !== null)
		return closedOn === on ? ok('same' as const) : refuse('already_closed', { closedOn });
	if (compareDates(on, today) > 0) return refuse('date_in_future');
	if (compareDates(on, referenceDate) < 0) return refuse('before_reference_date', { referenceDate });
	if (confirmedOn !== null && compareDates(on, confirmedOn) < 0)
		return refuse('before_confirmation', { on: confirmedOn });
	const later = facts.done.find((each) => compareDates(each.on, on) > 0);
	return later ? refuse('before_step', { step: later.step, on: later.on }) : ok('new' as const);
}
