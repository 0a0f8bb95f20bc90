import { isNeedLanguage, needsAmong } from '#lib/domain/needs.ts';
import type { Needs } from '#lib/domain/needs.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx, Vault } from './ports.ts';
import { mayActFor } from './seatFacts.ts';

/** Takes sealed needs and the key of their person and opens them; null once the person was erased. */
export const openNeeds = (
	vault: Vault,
	personKey: Uint8Array | null,
	sealed: Uint8Array | null,
): Needs | null => {
	if (!personKey || !sealed) return null;
	const kept = JSON.parse(vault.openPerson(personKey, sealed)) as Omit<Needs, 'signLanguage'> &
		Partial<Needs>;
	return { ...kept, signLanguage: kept.signLanguage ?? null };
};

/** Reads what a person needs inside a transaction; null when they were never asked. */
export const needsOf = async (
	tx: Tx,
	vault: Vault,
	{ id, personKey }: { id: string; personKey: Uint8Array | null },
): Promise<Needs | null> => openNeeds(vault, personKey, await tx.needs.find(id));

/** Reads what a person needs; null when they were never asked. Refuses an unknown dossier and another person's. */
export const readNeeds = async (
	{ store, vault }: Pick<Deps, 'store' | 'vault'>,
	actor: Actor,
	{ dossier: id }: { dossier: string },
): Promise<Result<Needs | null, 'not_yours' | 'unknown_dossier'>> => {
	if (!mayActFor(actor, id)) return refuse('not_yours');
	return store.transact(async (tx) => {
		const dossier = await tx.dossiers.find(id);
		return dossier ? ok(await needsOf(tx, vault, dossier)) : refuse('unknown_dossier');
	});
};

/**
 * Keeps what a person needs, in place of what was kept before; the same once more changes nothing. The journal says that
 * they were kept, and not which. Refuses an interpreter without a language.
 */
export const keepNeeds = async (
	{ store, vault, now }: Pick<Deps, 'store' | 'vault' | 'now'>,
	actor: Actor,
	{ dossier: id, needs }: { dossier: string; needs: Needs },
): Promise<Result<undefined, 'not_yours' | 'unknown_dossier' | 'interpreter_language_missing'>> => {
	if (!mayActFor(actor, id)) return refuse('not_yours');
	const codes = needsAmong(needs.codes);
	const asksInterpreter = codes.includes('interpreter');
	if (asksInterpreter && !isNeedLanguage(needs.interpreterLanguage))
		return refuse('interpreter_language_missing');
	const kept: Needs = {
		codes,
		interpreterLanguage: asksInterpreter ? needs.interpreterLanguage : null,
		signLanguage: codes.includes('sign_language') ? (needs.signLanguage ?? 'other') : null,
	};
	return store.transact(async (tx) => {
		const dossier = await tx.dossiers.lock(id);
		if (!dossier?.personKey) return refuse('unknown_dossier');
		const before = await needsOf(tx, vault, dossier);
		if (JSON.stringify(before) === JSON.stringify(kept)) return ok();
		const at = now();
		await tx.needs.keep(id, vault.sealPerson(dossier.personKey, JSON.stringify(kept)), at);
		await tx.journal.write([{ actor, action: 'needs_kept', dossier: id }], at);
		return ok();
	});
};
