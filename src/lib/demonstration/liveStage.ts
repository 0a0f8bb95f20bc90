import { addDays, weekdayOf } from '#lib/domain/dates.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from '#lib/services/actor.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import type { Deps } from '#lib/services/ports.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { suspendDossier } from '#lib/services/suspendDossier.ts';
import type { Stage } from './stages.ts';

const office = 'bapa-bxl';
const desk = (kind: 'commune' | 'office', id: string): Actor => ({ kind, id, channel: 'desk', device: null });

/** Leads one dossier to its stage by what a commune and an office would have done. Done twice, it changes nothing. */
export const liveStage = async (deps: Deps, dossier: string, stage: Stage, today: string): Promise<void> => {
	const ago = (days: number): string => lastWorkday(addDays(today, -days));
	const found = await deps.store.transact((tx) => tx.dossiers.find(dossier));
	const commune = desk('commune', found?.commune ?? '21004');
	if (stage.confirmedAgo !== undefined)
		must(
			await confirmObligation(deps, commune, {
				dossier,
				on: ago(stage.confirmedAgo),
				printedDeadline: null,
			}),
		);
	for (const [step, days] of stage.steps ?? [])
		must(await recordStep(deps, desk('office', office), { dossier, step, on: ago(days), office }));
	if (stage.suspendedAgo !== undefined)
		must(
			await suspendDossier(deps, desk('office', office), {
				dossier,
				from: ago(stage.suspendedAgo),
				until: null,
			}),
		);
	if (stage.closedAgo !== undefined)
		must(await closeDossier(deps, commune, { dossier, on: ago(stage.closedAgo) }));
};

/** Counters are closed at the weekend: what happened on a Saturday or Sunday happened on the Friday before. */
const lastWorkday = (date: string): string => addDays(date, -Math.max(0, weekdayOf(date) - 5));

/** The stages are ours: one that a service refuses is a fault in them, not in somebody's data. */
const must = (result: Result<unknown>): void => {
	if (!result.ok) throw new Error(`A demonstration stage was refused: ${result.reason}`);
};
