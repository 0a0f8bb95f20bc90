import { encodeBase64url } from '#lib/domain/attestation/base64url.ts';
import type { Sign } from '#lib/domain/attestation/envelope.ts';
import type { PublicKey } from '#lib/domain/attestation/publicKeys.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addMonths, compareDates } from '#lib/domain/dates.ts';
import { hexOf } from '#lib/domain/hex.ts';
import { signingMonths } from '#lib/domain/revocation.ts';
import type { Deps, Tx, Vault } from './ports.ts';
import type { SigningKey } from './ports/signingKeys.ts';

/** A key with which somebody signs now. */
export type Signer = { kid: string; sign: Sign };

/**
 * The signer of an issuer: its present key, or a fresh one where it has none, or where the present one has done its six
 * months. Whoever locks dossiers has locked them before.
 */
export const signerOf = async (
	tx: Tx,
	{ vault }: Pick<Deps, 'vault'>,
	issuer: string,
	at: Date,
): Promise<Signer> => {
	let key = await tx.signingKeys.current(issuer);
	if (!key || isUsedUp(key, at)) {
		await tx.signingKeys.lock();
		key = await tx.signingKeys.current(issuer);
		if (!key || isUsedUp(key, at)) key = await replaceKey(tx, vault, issuer, key, at);
	}
	const { kid, secret } = key;
	if (!secret) throw new Error(`The key ${kid} has lost its secret half.`);
	return { kid, sign: (bytes) => vault.sign(secret, bytes) };
};

/** Ends the key of an issuer, if it has one, and puts a fresh one in its place. The keys are locked. */
export const replaceKey = async (
	tx: Tx,
	vault: Vault,
	issuer: string,
	old: SigningKey | null,
	at: Date,
): Promise<SigningKey> => {
	if (old) await tx.signingKeys.end(old.kid, at);
	const { publicKey, secret } = vault.newSigningKey();
	const kid = hexOf(vault.digest(publicKey).slice(0, 8));
	const key = { kid, issuer, publicKey, secret, startedAt: at };
	await tx.signingKeys.add(key);
	return { ...key, endedAt: null };
};

/** Whether a key has signed for six months. */
export const isUsedUp = ({ startedAt }: Pick<SigningKey, 'startedAt'>, at: Date): boolean =>
	compareDates(addMonths(brusselsToday(startedAt), signingMonths), brusselsToday(at)) <= 0;

/** A key as the world sees it: the days between which it signs, in Brussels. */
export const publicKeyOf = ({ kid, issuer, publicKey, startedAt, endedAt }: SigningKey): PublicKey => ({
	kid,
	issuer,
	x: encodeBase64url(publicKey),
	from: brusselsToday(startedAt),
	until: endedAt && brusselsToday(endedAt),
});
