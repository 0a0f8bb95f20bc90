import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { factFaults } from '#lib/domain/factFaults.ts';
import type { Fault } from './fault.ts';
import { openPerson } from './openPerson.ts';
import type { InspectedDossier } from './ports/inspections.ts';
import type { Deps, Vault } from './ports.ts';

const page = 1_000;

/**
 * Looks at every dossier and returns what does not fit: a person who cannot be unsealed, facts that contradict
 * themselves, more than one working letter code, a way in for somebody who was erased.
 */
export const checkDossiers = async ({ store, vault, now }: Deps): Promise<Fault[]> => {
	const today = brusselsToday(now());
	const faults: Fault[] = [];
	let after = '';
	for (;;) {
		const dossiers = await store.transact((tx) => tx.inspections.dossiers(after, page));
		for (const dossier of dossiers)
			faults.push(
				...[...factFaults(dossier, today), ...sealFaults(vault, dossier)].map((code): Fault => {
					const check = code === 'two_working_codes' ? 'letter_codes' : 'dossiers';
					return { check, code, details: { dossier: dossier.id } };
				}),
			);
		after = dossiers.at(-1)?.id ?? '';
		if (dossiers.length < page) return faults;
	}
};

const sealFaults = (vault: Vault, dossier: InspectedDossier): string[] => {
	const erased = dossier.personKey === null && dossier.person === null;
	const halfErased = !erased && (dossier.personKey === null || dossier.person === null);
	const waysIn = dossier.workingCodes + dossier.signIns + dossier.passkeys;
	return [
		...(halfErased ? ['person_half_erased'] : []),
		...(erased || halfErased || opens(vault, dossier) ? [] : ['person_not_readable']),
		...(dossier.registerEvents === 0 ? ['dossier_without_register_event'] : []),
		...(dossier.workingCodes > 1 ? ['two_working_codes'] : []),
		...(erased && waysIn > 0 ? ['erased_with_a_way_in'] : []),
	];
};

const opens = (vault: Vault, dossier: InspectedDossier): boolean => {
	try {
		return openPerson(vault, dossier) !== null;
	} catch {
		return false;
	}
};
