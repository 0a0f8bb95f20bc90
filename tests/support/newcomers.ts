import { randomUUID } from 'node:crypto';
import { registerEvent } from '#lib/demonstration/registerEvents.ts';
import { newLetterCode } from '#lib/domain/letterCode.ts';
import { operator } from '#lib/services/actor.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInRegisterFile } from '#lib/services/takeInRegisterFile.ts';

type Wish = {
	birthDate?: string;
	nationalNumber?: string | null;
	givenNames?: string;
	familyName?: string;
	nationalities?: string[];
};

/** Takes in one invented person through the register, as all are, and returns their dossier. */
export const openNewcomer = async (deps: Deps, wish: Wish = {}): Promise<string> => {
	const event = registerEvent({
		eventId: randomUUID(),
		person: { nationalNumber: null, familyName: `Haddad ${randomUUID()}`, ...wish },
	});
	let dossier: string | null = null;
	await takeInRegisterFile(deps, operator, {
		batches: [[{ number: 1, bytes: Buffer.from(JSON.stringify(event)) }]],
		dryRun: false,
		onBatch: ([answer]) => {
			if (answer?.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
			dossier = answer.dossier;
		},
	});
	if (!dossier) throw new Error('no dossier was opened');
	return dossier;
};

/** Gives a dossier a new letter code and returns it. */
export const giveLetter = async (deps: Deps, dossier: string): Promise<string> => {
	const code = newLetterCode(deps.random);
	await deps.store.transact((tx) =>
		tx.letterCodes.replace(dossier, deps.vault.hash('letter-code', code), deps.now()),
	);
	return code;
};
