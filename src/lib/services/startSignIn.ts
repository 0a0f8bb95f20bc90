import type { Actor, Deps, Tx } from './ports.ts';
import type { SignedInBy, SignIn } from './ports/signIns.ts';

/** Who signs in, how, and the token this browser held before, whose sign-in ends now. */
export type NewSignIn = {
	dossier: string;
	by: SignedInBy;
	sharedDevice: boolean;
	replaces: string | null;
};

/** The token is for the cookie alone; nothing else ever holds it. */
export type StartedSignIn = { token: string; signIn: SignIn };

/** 256 random bits as hex: nobody finds one by trying (OWASP ASVS 5.0, 7.2.3, asks for 128). */
const newToken = (random: Deps['random']): string =>
	Array.from(random(32), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Signs someone in who has just proved who they are, within a transaction: always under a new token, never under one
 * the browser brought along, so that nobody can plant one.
 */
export const startSignInWithin = async (
	tx: Tx,
	{ now, random }: Deps,
	actor: Actor,
	{ dossier, by, sharedDevice, replaces }: NewSignIn,
): Promise<StartedSignIn> => {
	if (replaces) await tx.signIns.endToken(replaces);
	const token = newToken(random);
	const kiosk = actor.channel === 'kiosk';
	const device = { sharedDevice: sharedDevice || kiosk, kiosk };
	const signIn = await tx.signIns.start(token, { dossier, by, ...device }, now());
	const newcomer: Actor = { ...actor, kind: 'newcomer', id: dossier };
	const codes = { by, shared_device: device.sharedDevice };
	await tx.journal.write([{ actor: newcomer, action: 'signed_in', dossier, codes }], now());
	return { token, signIn };
};
