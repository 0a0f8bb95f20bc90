import { birthDateMatches } from '#lib/domain/birthDateMatches.ts';
import type { PartialDate } from '#lib/domain/dates.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { nextTryAt, triesKept, triesPerCode, triesPerDevice } from '#lib/domain/signInLimits.ts';
import { openPerson } from './openPerson.ts';
import type { Actor, Deps, Tx, Vault } from './ports.ts';
import { startSignInWithin } from './startSignIn.ts';
import type { NewSignIn, StartedSignIn } from './startSignIn.ts';

/** The code as {@link normaliseLetterCode} returns it, and the birth date as typed, with its unknown parts. */
export type CodeAndDate = { code: string; birthDate: PartialDate } & Pick<
	NewSignIn,
	'sharedDevice' | 'replaces'
>;

/**
 * Signs in with the code of the letter and the birth date. Refuses with one and the same `code_or_date_wrong`
 * whatever is wrong, after the same work, and with `too_many_tries` until an instant, for codes that exist and codes
 * that do not (OWASP ASVS 5.0, 6.3.8).
 */
export const signInWithCode = (
	deps: Deps,
	actor: Actor,
	{ code, birthDate, sharedDevice, replaces }: CodeAndDate,
): Promise<
	Result<StartedSignIn, 'code_or_date_wrong'> | Result<never, 'too_many_tries', { until: Date }>
> => {
	const codeHash = deps.vault.hash('letter-code', code);
	const at = deps.now();
	return deps.store.transact(async (tx) => {
		await tx.signInAttempts.queue(codeHash, actor.device);
		const until = await closedUntil(tx, codeHash, actor.device, at);
		if (until) return refuse('too_many_tries', { until });

		const letter = await tx.letterCodes.find(codeHash);
		const dossier = await tx.dossiers.find(letter?.dossier ?? '');
		const register = birthDateOf(deps.vault, dossier);
		const matches = birthDateMatches(birthDate, register) && dossier?.person != null;
		await tx.signInAttempts.add({ codeHash, device: actor.device, succeeded: matches }, at);
		if (!matches) {
			const line = { actor, action: 'sign_in_refused', dossier: dossier?.id ?? null };
			await tx.journal.write([line], at);
			return refuse('code_or_date_wrong');
		}
		return ok(
			await startSignInWithin(tx, deps, actor, {
				dossier: dossier.id,
				by: 'letter_code',
				sharedDevice,
				replaces,
			}),
		);
	});
};

const closedUntil = async (
	tx: Tx,
	codeHash: Uint8Array,
	device: Uint8Array | null,
	at: Date,
): Promise<Date | null> => {
	const since = new Date(at.getTime() - triesKept);
	const most = (windows: readonly { most: number }[]) => Math.max(...windows.map((window) => window.most));
	const ofCode = await tx.signInAttempts.failuresOfCode(codeHash, since, most(triesPerCode));
	const ofDevice = device
		? await tx.signInAttempts.failuresOfDevice(device, since, most(triesPerDevice))
		: [];
	const ends = [nextTryAt(ofCode, triesPerCode, at), nextTryAt(ofDevice, triesPerDevice, at)];
	const latest = Math.max(...ends.map((end) => end?.getTime() ?? 0));
	return latest ? new Date(latest) : null;
};

type Sealed = { personKey: Uint8Array | null; person: Uint8Array | null };

/** Nobody, sealed like everybody: opened when there is no dossier, so that finding none takes as long as finding one. */
const nobodies = new WeakMap<Vault, Sealed>();
const nobodyOf = (vault: Vault): Sealed => {
	let nobody = nobodies.get(vault);
	if (!nobody) {
		const personKey = vault.newPersonKey();
		nobody = { personKey, person: vault.sealPerson(personKey, JSON.stringify({ birthDate: '0001-01-01' })) };
		nobodies.set(vault, nobody);
	}
	return nobody;
};

const birthDateOf = (vault: Vault, dossier: Sealed | null): PartialDate =>
	openPerson(vault, dossier?.person ? dossier : nobodyOf(vault))?.birthDate ?? '0001-01-01';
