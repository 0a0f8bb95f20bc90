import type { StageName } from '#lib/demonstration/stages.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<StageName, () => string> = {
	proposal: m.demonstration_stage_proposal,
	review: m.demonstration_stage_review,
	just_confirmed: m.demonstration_stage_just_confirmed,
	late_to_register: m.demonstration_stage_late_to_register,
	registered: m.demonstration_stage_registered,
	welcomed: m.demonstration_stage_welcomed,
	in_course: m.demonstration_stage_in_course,
	almost_there: m.demonstration_stage_almost_there,
	completed: m.demonstration_stage_completed,
	waiting: m.demonstration_stage_waiting,
	suspended: m.demonstration_stage_suspended,
	closed: m.demonstration_stage_closed,
	exempt: m.demonstration_stage_exempt,
	voluntary: m.demonstration_stage_voluntary,
};

/** Takes a stage of the demonstration and returns it in words of the language of this request. */
export const stageWords = (stage: StageName): string => words[stage]();
