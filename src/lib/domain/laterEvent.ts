import { compareDates, type CalendarDate } from './dates.ts';
import { certainExemptions, type Decision, type DecisionReason } from './decision.ts';
import type { RegisterEvent } from './registerEvent.ts';
import type { Rules } from './rules/rules.ts';

/** What a dossier stands on when a further event of the same person comes in. */
export type InForce = {
	/** The day on which the register recorded the event that the decision was taken from. */
	decidedOn: CalendarDate;
	confirmedOn: CalendarDate | null;
	closedOn: CalendarDate | null;
};

/** What a further event does: every one is kept as a fact; some replace the proposal, some are a task for a person. */
export type Effect = { replacesProposal: boolean; conflicts: readonly DecisionReason[] };

/**
 * Takes what is in force and a further event with its decision. A confirmed obligation is never undone: what speaks
 * against it is a conflict for a person. A proposal follows the latest event about a first registration; a renewal,
 * an entry in the population register or in the waiting register never changes it.
 */
export function laterEvent(inForce: InForce, event: RegisterEvent, decision: Decision, rules: Rules): Effect {
	const aboutFirst = event.registration.register === 'foreigners' && event.registration.first;
	if (inForce.confirmedOn === null && inForce.closedOn === null) {
		const isLatest = compareDates(event.recordedOn, inForce.decidedOn) >= 0;
		return { replacesProposal: aboutFirst && isLatest, conflicts: [] };
	}
	const conflicts = aboutFirst ? decision.reasons : certainExemptions(event, rules);
	return { replacesProposal: false, conflicts };
}
