import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { checkClosing } from '#lib/domain/checkClosing.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { Deps } from './ports.ts';

/**
 * Closes a dossier (decree of 18 January 2024, arts. 30 to 32) and asks for its seats to be given back. The same closing
 * again gives the same answer; refuses as {@link checkClosing}, and an unknown dossier.
 */
export const closeDossier = async (
	{ store, now }: Deps,
	actor: Actor,
	{ dossier: id, on }: { dossier: string; on: string },
) => {
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const file = await lockPathwayFile(tx, id, today);
		if (!file) return refuse('unknown_dossier');
		const { facts } = file;
		const checked = checkClosing(facts, on, today);
		if (!checked.ok) return checked;
		if (checked.value === 'new') {
			await tx.dossiers.change(id, { closedOn: on });
			// Their seats are for others now. A job: sessions are locked before dossiers, never after.
			await tx.jobs.send({ name: 'free-seats', data: { dossier: id } });
			await tx.journal.write([{ actor, action: 'closed', dossier: id, codes: { on } }], at);
		}
		return ok({ dossier: id, status: statusOf({ ...facts, closedOn: on }, today), closedOn: on });
	});
};
