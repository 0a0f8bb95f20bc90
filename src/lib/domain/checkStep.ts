import { compareDates, isCalendarDate, type CalendarDate } from './dates.ts';
import { doneOn, isOfficeStep, type DossierFacts, type OfficeStep } from './pathway.ts';
import { ok, refuse } from './result.ts';

/**
 * Takes the facts, a step that an office did, and today. Refuses a step that no office does, an impossible day or
 * order, a closed dossier, and a person whose obligation is not confirmed and who may not follow voluntarily.
 */
export function checkStep(
	facts: DossierFacts,
	{ step, on, office }: { step: string; on: string; office: string },
	today: CalendarDate,
) {
	if (!isOfficeStep(step)) return refuse('unknown_step');
	if (!isCalendarDate(on)) return refuse('wrong_date');
	const known = facts.done.find((each) => each.step === step);
	if (known)
		return known.on === on && known.office === office
			? ok('same' as const)
			: refuse('step_already_done', { on: known.on, office: known.office });
	if (facts.closedOn !== null) return refuse('dossier_closed', { closedOn: facts.closedOn });
	if (compareDates(on, today) > 0) return refuse('date_in_future');
	return whyMayNotFollow(facts, on) ?? whyOutOfOrder(facts, step, on) ?? ok('new' as const);
}

/** An obligation is followed once it is confirmed; everybody else may follow who may do so voluntarily. */
function whyMayNotFollow(facts: DossierFacts, on: CalendarDate) {
	const { confirmedOn, referenceDate } = facts;
	if (confirmedOn !== null)
		return compareDates(on, confirmedOn) < 0 ? refuse('before_confirmation', { on: confirmedOn }) : null;
	if (facts.outcome === 'obliged') return refuse('not_confirmed');
	if (facts.mayFollowVoluntarily !== true) return refuse('may_not_follow');
	return compareDates(on, referenceDate) < 0 ? refuse('before_reference_date', { referenceDate }) : null;
}

/** The registration opens the way to all other steps, the completion ends it. */
function whyOutOfOrder(facts: DossierFacts, step: OfficeStep, on: CalendarDate) {
	const registeredOn = doneOn(facts, 'registration');
	if (step !== 'registration') {
		if (registeredOn === null) return refuse('not_registered');
		if (compareDates(on, registeredOn) < 0) return refuse('before_registration', { on: registeredOn });
	}
	const completedOn = doneOn(facts, 'completion');
	if (completedOn !== null && compareDates(on, completedOn) > 0)
		return refuse('after_completion', { on: completedOn });
	if (step !== 'completion') return null;
	const later = facts.done.find((each) => compareDates(each.on, on) > 0);
	return later ? refuse('before_step', { step: later.step, on: later.on }) : null;
}
