import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { checkConfirmation } from '#lib/domain/checkConfirmation.ts';
import { runningDeadline } from '#lib/domain/deadlines.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { Deps } from './ports.ts';
import { settleAttestations } from './settleAttestations.ts';

/**
 * The commune confirms the obligation and hands over the attestation of obligation: the first clock starts. The same
 * confirmation again gives the same answer; refuses as {@link checkConfirmation}, and an unknown dossier.
 */
export const confirmObligation = async (
	deps: Deps,
	actor: Actor,
	input: { dossier: string; on: string; printedDeadline: string | null },
) => {
	const { store, now } = deps;
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const file = await lockPathwayFile(tx, input.dossier, today);
		if (!file) return refuse('unknown_dossier');
		const { dossier } = file;
		const checked = checkConfirmation(file.facts, input, today);
		if (!checked.ok) return checked;
		const registerByPrinted = input.printedDeadline ?? dossier.registerByPrinted;
		const printsNow = checked.value === 'new' && input.printedDeadline !== null;
		const suspensions = printsNow
			? file.facts.suspensions.map((each) => ({ ...each, beforePrinted: true }))
			: file.facts.suspensions;
		const facts = { ...file.facts, confirmedOn: input.on, registerByPrinted, suspensions };
		if (checked.value === 'new') {
			await tx.dossiers.change(dossier.id, { confirmedOn: input.on, registerByPrinted });
			if (printsNow) await tx.dossiers.printAfterSuspensions(dossier.id);
			const codes = { on: input.on, printed: registerByPrinted !== null };
			await tx.journal.write([{ actor, action: 'confirmed', dossier: dossier.id, codes }], at);
			await settleAttestations(tx, deps, actor, { dossier, facts }, at);
		}
		return ok({
			dossier: dossier.id,
			status: statusOf(facts, today),
			confirmedOn: input.on,
			deadline: runningDeadline(facts, today, file.rules),
		});
	});
};
