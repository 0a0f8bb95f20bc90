import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import { isUsedUp, replaceKey } from './signingKeys.ts';

/** Whose keys were ended, and the new ones. */
export type KeysRotated = { rotated: { issuer: string; ended: string; kid: string }[]; signing: number };

/**
 * Ends the keys that have signed for six months, or with `all` every one, and puts a fresh one in the place of each. What
 * the old ones signed stays good; their secret halves are destroyed.
 */
export const rotateKeys = (
	{ store, vault, now }: Deps,
	actor: Actor,
	{ all }: { all: boolean },
): Promise<Ok<KeysRotated>> =>
	store.transact(async (tx) => {
		const at = now();
		await tx.signingKeys.lock();
		const signing = (await tx.signingKeys.list()).filter(({ endedAt }) => endedAt === null);
		const rotated: KeysRotated['rotated'] = [];
		for (const old of signing.filter((key) => all || isUsedUp(key, at))) {
			const { kid } = await replaceKey(tx, vault, old.issuer, old, at);
			rotated.push({ issuer: old.issuer, ended: old.kid, kid });
		}
		if (rotated.length > 0)
			await tx.journal.write(
				[{ actor, action: 'keys_rotated', dossier: null, codes: { keys: rotated.length } }],
				at,
			);
		return ok({ rotated, signing: signing.length });
	});
