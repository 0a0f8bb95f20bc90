import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';
import { refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { addPasskey } from '#lib/services/ownPasskeys.ts';
import type { Actor, Deps } from '#lib/services/ports.ts';
import type { ChallengeKind } from '#lib/services/ports/challenges.ts';
import { signInWithPasskey } from '#lib/services/signInWithPasskey.ts';
import type { NewSignIn, StartedSignIn } from '#lib/services/startSignIn.ts';

// Passkeys (Web Authentication, level 3). A passkey takes the place of letter and date: it always asks its holder's
// finger, face or screen code, and it is found without typing a name.

const minutes = 5;

/** For whom passkeys are made: this very host. */
const partyOf = (origin: string): string => new URL(origin).hostname;

/** What the authenticator knows a person by: it tells nothing about them (WebAuthn, 14.6.1). */
const userHandleOf = ({ vault }: Deps, dossier: string) =>
	new Uint8Array(vault.hash('passkey-user', dossier));

const challengeHash = ({ vault }: Deps, challenge: string) => vault.hash('challenge', challenge);

const keep = (deps: Deps, kind: ChallengeKind, challenge: string, data: Record<string, unknown>) => {
	const expiresAt = new Date(deps.now().getTime() + minutes * 60_000);
	const idHash = challengeHash(deps, challenge);
	return deps.store.transact((tx) => tx.challenges.put({ idHash, kind, data, expiresAt }));
};

/** What to ask the browser for, so that it makes a passkey for the person who is signed in. */
export const optionsToAdd = async (
	deps: Deps,
	origin: string,
	{ dossier, name }: { dossier: string; name: string },
) => {
	const known = await deps.store.transact((tx) => tx.passkeys.ofDossier(dossier));
	const options = await generateRegistrationOptions({
		rpName: 'Halte',
		rpID: partyOf(origin),
		userName: name,
		userDisplayName: name,
		userID: userHandleOf(deps, dossier),
		timeout: minutes * 60_000,
		attestationType: 'none',
		excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
	});
	await keep(deps, 'passkey_add', options.challenge, { dossier });
	return options;
};

/** What to ask the browser for, so that it offers the passkeys it has for this site. */
export const optionsToSignIn = async (deps: Deps, origin: string) => {
	const options = await generateAuthenticationOptions({
		rpID: partyOf(origin),
		timeout: minutes * 60_000,
		userVerification: 'required',
	});
	await keep(deps, 'passkey_sign_in', options.challenge, {});
	return options;
};

const base64url = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[\w-]*$/));
const clientData = v.pipe(
	v.string(),
	v.maxLength(20_000),
	v.transform((encoded) => Buffer.from(encoded, 'base64url').toString()),
	v.parseJson(),
	v.object({ challenge: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
);
const answer = v.looseObject({
	id: v.pipe(base64url, v.minLength(1), v.maxLength(1500)),
	type: v.literal('public-key'),
	response: v.looseObject({ clientDataJSON: base64url, userHandle: v.nullish(base64url) }),
});

/** The answer's challenge, if this site asked it, for this kind of answer, not long ago, and only this once. */
const takeChallenge = async (deps: Deps, kind: ChallengeKind, given: v.InferOutput<typeof answer>) => {
	const read = v.safeParse(clientData, given.response.clientDataJSON);
	if (!read.success) return null;
	const { challenge } = read.output;
	const data = await deps.store.transact((tx) =>
		tx.challenges.take(challengeHash(deps, challenge), kind, deps.now()),
	);
	return data && { challenge, data };
};

/** Whatever the library finds wrong with an answer, it throws; here that is a refusal like any other. */
const verified = <T>(verification: Promise<T>): Promise<T | null> => verification.catch(() => null);

/** Takes the browser's answer to {@link optionsToAdd} and keeps the new passkey. */
export const finishAdding = async (
	deps: Deps,
	actor: Actor,
	origin: string,
	body: unknown,
): Promise<Result<undefined, 'not_verified' | 'signed_out' | 'too_many' | 'already_there'>> => {
	const given = v.safeParse(answer, body);
	if (!given.success) return refuse('not_verified');
	const asked = await takeChallenge(deps, 'passkey_add', given.output);
	if (!asked || asked.data['dossier'] !== actor.id) return refuse('not_verified');
	const result = await verified(
		verifyRegistrationResponse({
			response: given.output as unknown as RegistrationResponseJSON,
			expectedChallenge: asked.challenge,
			expectedOrigin: origin,
			expectedRPID: partyOf(origin),
		}),
	);
	if (!result?.verified) return refuse('not_verified');
	const { id, publicKey, counter, transports } = result.registrationInfo.credential;
	return addPasskey(deps, actor, { id, publicKey, counter, transports: [...(transports ?? [])] });
};

/** Takes the browser's answer to {@link optionsToSignIn} and signs its owner in. */
export const finishSigningIn = async (
	deps: Deps,
	actor: Actor,
	origin: string,
	body: unknown,
	{ sharedDevice, replaces }: Pick<NewSignIn, 'sharedDevice' | 'replaces'>,
): Promise<Result<StartedSignIn, 'not_verified' | 'unknown_passkey'>> => {
	const given = v.safeParse(answer, body);
	if (!given.success) return refuse('not_verified');
	const asked = await takeChallenge(deps, 'passkey_sign_in', given.output);
	if (!asked) return refuse('not_verified');
	const passkey = await deps.store.transact((tx) => tx.passkeys.find(given.output.id));
	if (!passkey) return refuse('unknown_passkey');
	const { userHandle } = given.output.response;
	const owner = Buffer.from(userHandleOf(deps, passkey.dossier)).toString('base64url');
	if (userHandle && userHandle !== owner) return refuse('not_verified');
	const result = await verified(
		verifyAuthenticationResponse({
			response: given.output as unknown as AuthenticationResponseJSON,
			expectedChallenge: asked.challenge,
			expectedOrigin: origin,
			expectedRPID: partyOf(origin),
			credential: {
				id: passkey.id,
				publicKey: new Uint8Array(passkey.publicKey),
				// Zero here: that the counter moved on is decided where it is written, once for all who try at once.
				counter: 0,
			},
		}),
	);
	if (!result?.verified) return refuse('not_verified');
	const counter = result.authenticationInfo.newCounter;
	return signInWithPasskey(deps, actor, { id: passkey.id, counter, sharedDevice, replaces });
};
