import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { checkSuspension } from '#lib/domain/checkSuspension.ts';
import { runningDeadline } from '#lib/domain/deadlines.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { lockPathwayFile, readPathwayFile } from './pathwayFile.ts';
import type { Deps } from './ports.ts';

/**
 * Records a stretch of days that do not count (decree of 18 January 2024, arts. 24 to 27). An open one given again with
 * its end is ended; the same one again gives the same answer; refuses as {@link checkSuspension}, and an unknown dossier.
 */
export const suspendDossier = async (
	{ store, now }: Deps,
	actor: Actor,
	{ dossier: id, from, until }: { dossier: string; from: string; until: string | null },
) => {
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const file = await lockPathwayFile(tx, id, today);
		if (!file) return refuse('unknown_dossier');
		const checked = checkSuspension(file.facts, { from, until });
		if (!checked.ok) return checked;
		if (checked.value === 'new') await tx.dossiers.addSuspension(id, { from, until }, at);
		if (checked.value === 'ends_open' && until !== null) await tx.dossiers.endSuspension(id, from, until);
		if (checked.value !== 'same') {
			const action = checked.value === 'new' ? 'suspended' : 'suspension_ended';
			const codes = { from, ...(until === null ? {} : { until }) };
			await tx.journal.write([{ actor, action, dossier: id, codes }], at);
		}
		const { facts, rules } = (await readPathwayFile(tx, id, today)) ?? file;
		const deadline = runningDeadline(facts, today, rules);
		return ok({ dossier: id, status: statusOf(facts, today), from, until, deadline });
	});
};
