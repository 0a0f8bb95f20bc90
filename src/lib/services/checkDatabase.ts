import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { checkAttestations } from './checkAttestations.ts';
import { checkCallbacks } from './checkCallbacks.ts';
import { checkDossiers } from './checkDossiers.ts';
import { checkJobs } from './checkJobs.ts';
import { checkJournal } from './checkJournal.ts';
import { checkMessages } from './checkMessages.ts';
import { checkSeats } from './checkSeats.ts';
import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';

/** Everything that is wrong, and how far the journal is sealed: its newest link is worth keeping elsewhere. */
export type DatabaseChecked = {
	faults: Fault[];
	journal: { sealed: number; unsealed: number; head: string | null };
};

const checks = [
	checkSeats,
	checkJournal,
	checkDossiers,
	checkCallbacks,
	checkMessages,
	checkJobs,
	checkAttestations,
];

/** Checks the whole database beside whoever is using it; changes nothing. */
export const checkDatabase = async (deps: Deps, _actor: Actor): Promise<Ok<DatabaseChecked>> => {
	const faults: Fault[] = [];
	for (const check of checks) faults.push(...(await check(deps)));
	const journal = await deps.store.transact(async ({ journalChain }) => {
		const last = await journalChain.last();
		return {
			sealed: last?.position ?? 0,
			unsealed: await journalChain.countUnsealed(),
			head: last && Buffer.from(last.hash).toString('hex'),
		};
	});
	return ok({ faults, journal });
};
