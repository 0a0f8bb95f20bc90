import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { checkStep } from '#lib/domain/checkStep.ts';
import { runningDeadline } from '#lib/domain/deadlines.ts';
import { checkStepOffice } from '#lib/domain/stepOffices.ts';
import { isOfficeStep } from '#lib/domain/pathway.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { Deps } from './ports.ts';
import { settleAttestations } from './settleAttestations.ts';

/**
 * Records a step done at an office. The same step on the same day at the same office again gives the same answer;
 * refuses as {@link checkStep} and {@link checkStepOffice}, and an unknown dossier or office.
 */
export const recordStep = async (
	deps: Deps,
	actor: Actor,
	{ dossier: id, step, on, office }: { dossier: string; step: string; on: string; office: string },
) => {
	const { store, now } = deps;
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const file = await lockPathwayFile(tx, id, today);
		if (!file) return refuse('unknown_dossier');
		if (!isOfficeStep(step)) return refuse('unknown_step');
		const place = await tx.offices.find(office);
		if (!place) return refuse('unknown_office');
		const { dossier, facts, rules } = file;
		const checked = checkStep(facts, { step, on, office }, today);
		if (!checked.ok) return checked;
		const others = facts.done.filter((each) => each.step !== step);
		const after = { ...facts, done: [...others, { step, on, office }] };
		if (checked.value === 'new') {
			const suits = checkStepOffice(step, place.kind);
			if (!suits.ok) return suits;
			await tx.dossiers.addStepDone(id, { step, on, office }, at);
			await tx.journal.write([{ actor, action: 'step_recorded', dossier: id, codes: { step, on } }], at);
			await settleAttestations(tx, deps, actor, { dossier, facts: after }, at);
		}
		const deadline = runningDeadline(after, today, rules);
		return ok({ dossier: id, status: statusOf(after, today), step, on, office, deadline });
	});
};
