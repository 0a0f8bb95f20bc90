import { compareDates, isCalendarDate } from './dates.ts';
import { doneOn, type DossierFacts } from './pathway.ts';
import { ok, refuse } from './result.ts';

/**
 * Takes the facts and a stretch of days (`until` null: open). Refuses impossible days, a dossier in which nothing
 * runs, another end than the one recorded, a second stretch where one without an end is in force already, and a second
 * one without an end, whichever begins first. The same stretch again is the same; an open one given again with its end
 * `ends_open`.
 */
export function checkSuspension(
	facts: DossierFacts,
	{ from, until }: { from: string; until: string | null },
) {
	if (!isCalendarDate(from) || (until !== null && !isCalendarDate(until))) return refuse('wrong_date');
	if (until !== null && compareDates(until, from) < 0) return refuse('until_before_from');
	if (facts.suspensions.some((each) => each.from === from && each.until === until))
		return ok('same' as const);
	const ended = facts.suspensions.find((each) => each.from === from && each.until !== null);
	if (ended) return refuse('suspended_until_other_day', { from, until: ended.until });
	if (facts.closedOn !== null) return refuse('dossier_closed', { closedOn: facts.closedOn });
	if (doneOn(facts, 'completion') !== null) return refuse('pathway_completed');
	const start = facts.confirmedOn ?? doneOn(facts, 'registration');
	if (start === null) return refuse('not_started');
	if (compareDates(from, start) < 0) return refuse('before_start', { on: start });
	const open = facts.suspensions.filter((each) => each.until === null);
	if (open.some((each) => each.from === from)) return ok('ends_open' as const);
	const other = open.find((each) => until === null || compareDates(each.from, from) <= 0);
	return other ? refuse('already_suspended', { from: other.from }) : ok('new' as const);
}
