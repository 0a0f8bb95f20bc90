import type { closeDossier } from '#lib/services/closeDossier.ts';
import type { confirmObligation } from '#lib/services/confirmObligation.ts';
import type { exportDossier } from '#lib/services/exportDossier.ts';
import type { issueLetter } from '#lib/services/issueLetter.ts';
import type { readDossier } from '#lib/services/readDossier.ts';
import type { recordStep } from '#lib/services/recordStep.ts';
import type { suspendDossier } from '#lib/services/suspendDossier.ts';
import { officeSteps } from '#lib/domain/pathway.ts';

type Answer = Awaited<
	ReturnType<
		| typeof closeDossier
		| typeof confirmObligation
		| typeof exportDossier
		| typeof issueLetter
		| typeof readDossier
		| typeof recordStep
		| typeof suspendDossier
	>
>;

/** Every way in which a command on one dossier can be refused. */
export type PathwayRefusal = Extract<Answer, { ok: false }>;

/** Says in one sentence why a command on one dossier was refused, and where there is one, what to do instead. */
export const whyRefused = (refusal: PathwayRefusal): string => {
	switch (refusal.reason) {
		case 'unknown_dossier':
			return 'There is no dossier with this id.';
		case 'unknown_step':
			return `This is no step that an office records. The steps are: ${officeSteps.join(', ')}.`;
		case 'unknown_office':
			return 'There is no office with this id. Offices are taken in with: offices FILE.csv.';
		case 'not_a_reception_office':
			return `not_a_reception_office: the step ${refusal.step} is done at a reception office (BON or BAPA); this is a ${refusal.kind}.`;
		case 'not_a_course_office':
			return `not_a_course_office: the step ${refusal.step} is done at a course provider, a language house or a reception office; this is a ${refusal.kind}.`;
		case 'wrong_date':
			return 'This is no date of the calendar. Write it as 2026-03-14.';
		case 'wrong_printed_deadline':
			return 'The printed deadline is no date of the calendar. Write it as 2026-03-14.';
		case 'printed_deadline_before_confirmation':
			return 'The printed deadline does not come after the day of the confirmation.';
		case 'date_in_future':
			return 'This day is still to come. Record it when it has happened.';
		case 'before_reference_date':
			return `This day comes before the first registration in the register, ${refusal.referenceDate}.`;
		case 'before_confirmation':
			return `This day comes before the confirmation, ${refusal.on}.`;
		case 'before_registration':
			return `This day comes before the registration with an office, ${refusal.on}.`;
		case 'before_start':
			return `Nothing was running yet on this day. The clock started on ${refusal.on}.`;
		case 'before_step':
			return `The step ${refusal.step} was done later than this day, on ${refusal.on}.`;
		case 'after_completion':
			return `The pathway was completed before this day, on ${refusal.on}.`;
		case 'until_before_from':
			return 'The suspension would end before it begins.';
		case 'dossier_closed':
			return `This dossier was closed on ${refusal.closedOn}. Nothing can be added to it.`;
		case 'person_erased':
			return 'The person of this dossier was erased. Nothing can be sent to anybody.';
		case 'already_closed':
			return `This dossier was closed on another day, ${refusal.closedOn}.`;
		case 'already_confirmed':
			return refusal.registerByPrinted === null
				? `The obligation was confirmed on another day, ${refusal.confirmedOn}.`
				: `The obligation was confirmed on ${refusal.confirmedOn}, with ${refusal.registerByPrinted} printed on the letter.`;
		case 'already_suspended':
			return `The dossier is suspended from ${refusal.from} without an end. End that first: suspend DOSSIER --from ${refusal.from} --until DATE.`;
		case 'suspended_until_other_day':
			return `The suspension from ${refusal.from} was recorded until another day, ${refusal.until}.`;
		case 'not_obliged':
			return `The decision is ${refusal.outcome}: there is no obligation to confirm. A new register event can change the decision.`;
		case 'not_confirmed':
			return 'The commune has not confirmed the obligation yet. Confirm it first: confirm DOSSIER --on DATE.';
		case 'not_registered':
			return 'The person is not registered with an office yet. Record that first: step DOSSIER registration --on DATE --office O.';
		case 'not_started':
			return 'Nothing is running yet: neither a confirmed obligation nor a registration with an office.';
		case 'may_not_follow':
			return 'This person is not obliged, and may not follow the pathway voluntarily by the facts known.';
		case 'step_already_done':
			return `This step was recorded already, on ${refusal.on} at ${refusal.office ?? 'an unknown office'}.`;
		case 'pathway_completed':
			return 'The pathway is completed: no deadline is running.';
	}
};
