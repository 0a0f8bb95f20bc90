import { randomBytes } from 'node:crypto';
import * as client from 'openid-client';
import * as v from 'valibot';
import { isNationalNumber } from '#lib/domain/nationalNumber.ts';
import { languages } from '#lib/domain/languages.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { OidcSettings } from '#lib/server/environment.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import type { Deps } from '#lib/services/ports.ts';

// OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636), state and nonce, as itsme and the federal
// authentication service (CSAM) speak it.

/** What is remembered while the person is at the identity provider. */
const trip = v.object({
	verifier: v.string(),
	state: v.string(),
	nonce: v.string(),
	language: v.picklist(languages),
	to: v.nullable(v.string()),
	sharedDevice: v.boolean(),
});
type Trip = v.InferOutput<typeof trip>;

/** Where somebody is sent, and the id of the trip for this browser's cookie. */
export type Departure = { address: string; trip: string };

/** Time to find the phone, install an update and come back. */
export const tripMinutes = 15;

/** The one address that the provider sends people back to: it has no language, so that one registration serves all. */
export const returnAddress = (origin: string): string => `${origin}/sign-in/return`;

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

type Known = { until: number; configuration: Promise<client.Configuration> };
const known = new Map<string, Known>();

/** Nobody is sent to a provider that was not heard of for so long: it may be away. */
const heardWithin = 60_000;

/** What the provider says about itself, asked when needed and remembered for a minute; a failure is not remembered. */
const configurationOf = (settings: OidcSettings, now: Date): Promise<client.Configuration> => {
	const key = `${settings.issuer} ${settings.clientId}`;
	const heard = known.get(key);
	if (heard && heard.until > now.getTime()) return heard.configuration;
	const issuer = new URL(settings.issuer);
	// Without TLS only on this very machine: for tests and for trying it out.
	const insecure = issuer.protocol === 'http:' && loopback.test(issuer.hostname);
	const fresh = client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
		timeout: 5,
		execute: insecure ? [client.allowInsecureRequests] : [],
	});
	known.set(key, { until: now.getTime() + heardWithin, configuration: fresh });
	fresh.catch(() => known.delete(key));
	return fresh;
};

const away = (error: unknown) => {
	log.warn({ error: errorForLog(error) }, 'the identity provider did not answer as it should');
	return refuse('provider_away');
};

/** Sends somebody to the identity provider; refuses when it cannot be reached. */
export const depart = async (
	deps: Deps,
	settings: OidcSettings,
	origin: string,
	wish: Pick<Trip, 'language' | 'to' | 'sharedDevice'>,
): Promise<Result<Departure, 'provider_away'>> => {
	let configuration: client.Configuration;
	try {
		configuration = await configurationOf(settings, deps.now());
	} catch (error) {
		return away(error);
	}
	const id = randomBytes(32).toString('base64url');
	const data: Trip = {
		...wish,
		verifier: client.randomPKCECodeVerifier(),
		state: client.randomState(),
		nonce: client.randomNonce(),
	};
	const address = client.buildAuthorizationUrl(configuration, {
		redirect_uri: returnAddress(origin),
		scope: settings.scope,
		state: data.state,
		nonce: data.nonce,
		code_challenge: await client.calculatePKCECodeChallenge(data.verifier),
		code_challenge_method: 'S256',
		ui_locales: wish.language,
		// Who signed in at the provider before, on a device that others use too, is not who signs in now.
		prompt: 'login',
	});
	const expiresAt = new Date(deps.now().getTime() + tripMinutes * 60_000);
	const idHash = deps.vault.hash('challenge', id);
	await deps.store.transact((tx) =>
		tx.challenges.put({ idHash, kind: 'identity_provider', data, expiresAt }),
	);
	return ok({ address: address.href, trip: id });
};

/** Somebody who is back: what they wished for when they left, and the national number if the provider vouched for one. */
export type Arrival = {
	trip: Pick<Trip, 'language' | 'to' | 'sharedDevice'>;
	number: Result<string, 'provider_away' | 'provider_refused' | 'no_number'>;
};

/** Takes the address somebody came back to and the trip in their cookie; null when this browser did not leave from here. */
export const arrive = async (
	deps: Deps,
	settings: OidcSettings,
	origin: string,
	search: string,
	id: string,
): Promise<Arrival | null> => {
	const taken = await deps.store.transact((tx) =>
		tx.challenges.take(deps.vault.hash('challenge', id), 'identity_provider', deps.now()),
	);
	const read = v.safeParse(trip, taken);
	if (!read.success) return null;
	const current = new URL(returnAddress(origin) + search);
	const number = await numberOf(settings, current, read.output, deps.now());
	return { trip: read.output, number };
};

const numberOf = async (
	settings: OidcSettings,
	current: URL,
	{ verifier, state, nonce }: Trip,
	now: Date,
) => {
	let claims: Record<string, unknown>;
	try {
		const configuration = await configurationOf(settings, now);
		const tokens = await client.authorizationCodeGrant(configuration, current, {
			pkceCodeVerifier: verifier,
			expectedState: state,
			expectedNonce: nonce,
			idTokenExpected: true,
		});
		const inToken = tokens.claims();
		claims =
			inToken && !(settings.claim in inToken)
				? await client.fetchUserInfo(configuration, tokens.access_token, inToken.sub)
				: (inToken ?? {});
	} catch (error) {
		// The person said no, or something is wrong with the answer: either way nobody is signed in.
		if (error instanceof client.AuthorizationResponseError) return refuse('provider_refused');
		return isUnreachable(error) ? away(error) : refused(error);
	}
	const number = String(claims[settings.claim] ?? '').replace(/[.\-\s]/g, '');
	return isNationalNumber(number) ? ok(number) : refuse('no_number');
};

const refused = (error: unknown) => {
	log.warn({ error: errorForLog(error) }, 'an answer of the identity provider was refused');
	return refuse('provider_refused');
};

const isUnreachable = (error: unknown): boolean =>
	error instanceof TypeError ||
	(error instanceof client.ClientError &&
		(error.cause instanceof Response || error.code === 'OAUTH_TIMEOUT'));
