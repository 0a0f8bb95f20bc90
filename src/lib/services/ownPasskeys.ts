import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';
import type { Passkey } from './ports/passkeys.ts';

/** More than anybody has phones; a limit all the same, so that no list grows without end. */
const most = 10;

/** Adds a passkey that was just made on the actor's own device; refuses one that is known already, or an eleventh. */
export const addPasskey = (
	{ store, now }: Deps,
	actor: Actor,
	passkey: Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>,
): Promise<Result<undefined, 'signed_out' | 'too_many' | 'already_there'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? await tx.dossiers.lock(actor.id ?? '') : null;
		if (!dossier?.person) return refuse('signed_out');
		if ((await tx.passkeys.ofDossier(dossier.id)).length >= most) return refuse('too_many');
		const added = await tx.passkeys.add({ ...passkey, dossier: dossier.id, createdAt: now() });
		if (!added) return refuse('already_there');
		await tx.journal.write([{ actor, action: 'passkey_added', dossier: dossier.id }], now());
		return ok();
	});

/** Removes one of the actor's own passkeys; refuses what is not there or not theirs. */
export const removePasskey = (
	{ store, now }: Deps,
	actor: Actor,
	{ id }: { id: string },
): Promise<Result<undefined, 'not_found'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? actor.id : null;
		if (!dossier || !(await tx.passkeys.remove(dossier, id))) return refuse('not_found');
		await tx.journal.write([{ actor, action: 'passkey_removed', dossier }], now());
		return ok();
	});
