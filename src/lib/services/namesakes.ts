import { keyOf } from './hashKey.ts';
import type { IntakeDossier } from './ports/intake.ts';

type Named = Pick<IntakeDossier, 'id' | 'numberHash' | 'nameHash'>;

/** Dossiers by the hash of their name, birth date and commune. */
export type Namesakes = Map<string, Pick<Named, 'id' | 'numberHash'>[]>;

/** Takes a new dossier and returns those it may be the same person as: one number that is missing is enough. */
export const meetNamesakes = (byName: Namesakes, dossier: Named): Pick<Named, 'id'>[] => {
	const key = keyOf(dossier.nameHash);
	const namesakes = byName.get(key) ?? [];
	byName.set(key, [...namesakes, dossier]);
	return namesakes.filter((other) => !other.numberHash || !dossier.numberHash);
};

/** Later lines are compared with the name that a dossier has by then, as they would be in a batch of their own. */
export const renamed = (byName: Namesakes, dossier: Named, before: Uint8Array): void => {
	const [old, now] = [keyOf(before), keyOf(dossier.nameHash)];
	if (old === now) return;
	byName.set(
		old,
		(byName.get(old) ?? []).filter(({ id }) => id !== dossier.id),
	);
	byName.set(now, [...(byName.get(now) ?? []), dossier]);
};
