import { compareDates, isCalendarDate, type CalendarDate } from './dates.ts';
import type { DossierFacts } from './pathway.ts';
import { ok, refuse } from './result.ts';

/**
 * Takes the facts, the day on which the commune handed over the attestation of obligation, the date printed on its
 * letter if any, and today. Refuses a wrong or impossible day, a closed dossier, one whose decision is no obligation,
 * and another day than the one already confirmed.
 */
export function checkConfirmation(
	facts: DossierFacts,
	{ on, printedDeadline }: { on: string; printedDeadline: string | null },
	today: CalendarDate,
) {
	if (!isCalendarDate(on)) return refuse('wrong_date');
	if (printedDeadline !== null && !isCalendarDate(printedDeadline)) return refuse('wrong_printed_deadline');
	const { confirmedOn, registerByPrinted } = facts;
	if (confirmedOn !== null) {
		const isOtherPrinted =
			printedDeadline !== null && registerByPrinted !== null && printedDeadline !== registerByPrinted;
		if (on !== confirmedOn || isOtherPrinted)
			return refuse('already_confirmed', { confirmedOn, registerByPrinted });
		// A letter may follow the confirmation: its printed date is then a fact to add.
		if (printedDeadline === null || printedDeadline === registerByPrinted) return ok('same' as const);
	}
	if (facts.closedOn !== null) return refuse('dossier_closed', { closedOn: facts.closedOn });
	if (facts.outcome === 'exempt' || facts.outcome === 'not_concerned')
		return refuse('not_obliged', { outcome: facts.outcome });
	if (compareDates(on, today) > 0) return refuse('date_in_future');
	if (compareDates(on, facts.referenceDate) < 0)
		return refuse('before_reference_date', { referenceDate: facts.referenceDate });
	if (printedDeadline !== null && compareDates(printedDeadline, on) <= 0)
		return refuse('printed_deadline_before_confirmation');
	return ok('new' as const);
}
