import type { OfficeStep, Step } from '#lib/domain/pathway.ts';
import { m } from '#lib/paraglide/messages.js';

type Words = () => string;

const names: Record<Step, Words> = {
	information: () => m.pathway_step_information(),
	registration: () => m.pathway_step_registration(),
	welcome: () => m.pathway_step_welcome(),
	social_assessment: () => m.pathway_step_social_assessment(),
	language_assessment: () => m.pathway_step_language_assessment(),
	rights_and_duties: () => m.pathway_step_rights_and_duties(),
	citizenship: () => m.pathway_step_citizenship(),
	language_course: () => m.pathway_step_language_course(),
	completion: () => m.pathway_step_completion(),
};

const explanations: Record<Step, Words> = {
	information: () => m.pathway_about_information(),
	registration: () => m.pathway_about_registration(),
	welcome: () => m.pathway_about_welcome(),
	social_assessment: () => m.pathway_about_social_assessment(),
	language_assessment: () => m.pathway_about_language_assessment(),
	rights_and_duties: () => m.pathway_about_rights_and_duties(),
	citizenship: () => m.pathway_about_citizenship(),
	language_course: () => m.pathway_about_language_course(),
	completion: () => m.pathway_about_completion(),
};

const actions: Record<OfficeStep, Words> = {
	registration: () => m.pathway_do_registration(),
	welcome: () => m.pathway_do_welcome(),
	social_assessment: () => m.pathway_do_social_assessment(),
	language_assessment: () => m.pathway_do_language_assessment(),
	rights_and_duties: () => m.pathway_do_rights_and_duties(),
	citizenship: () => m.pathway_do_citizenship(),
	language_course: () => m.pathway_do_language_course(),
	completion: () => m.pathway_do_completion(),
};

/** The name of a step, as it stands at its stop. */
export const stepName = (step: Step): string => names[step]();

/** What happens at a step, in two sentences. */
export const stepExplained = (step: Step): string => explanations[step]();

/** What happens at a step for somebody whom the commune asks for no paper. */
export const stepExplainedFreely = (step: Step): string => {
	if (step === 'registration') return m.pathway_how_registration_voluntary();
	return step === 'completion' ? m.pathway_about_completion_voluntary() : stepExplained(step);
};

/** What to do to take a step, beginning with the verb. */
export const stepAction = (step: OfficeStep): string => actions[step]();
