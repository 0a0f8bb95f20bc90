import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { Deps } from './ports.ts';
import { settleAttestations } from './settleAttestations.ts';

const page = 500;

/** Issues what is owed for facts that were recorded before papers were issued from them; returns how many dossiers it looked at. */
export const issueMissing = async (deps: Deps, actor: Actor): Promise<Ok<{ looked: number }>> => {
	let [after, looked] = ['', 0];
	for (;;) {
		const dossiers = await deps.store.look((tx) => tx.attestations.withoutPaper(after, page));
		for (const id of dossiers)
			await deps.store.transact(async (tx) => {
				const at = deps.now();
				const file = await lockPathwayFile(tx, id, brusselsToday(at));
				if (file) await settleAttestations(tx, deps, actor, { ...file, quietly: true }, at);
			});
		looked += dossiers.length;
		after = dossiers.at(-1) ?? after;
		if (dossiers.length < page) return ok({ looked });
	}
};
