import { afterAll, expect, test } from 'vitest';
import { arrive, depart, returnAddress } from '#lib/server/auth/identityProvider.ts';
import type { OidcSettings } from '#lib/server/environment.ts';
import type { Actor } from '#lib/services/actor.ts';
import { signInWithNumber } from '#lib/services/signInWithNumber.ts';
import { testDatabase } from '../support/database.ts';
import { startIdentityProvider } from '../support/identityProvider.ts';
import { openNewcomer } from '../support/newcomers.ts';

const { deps, pool, setNow } = await testDatabase();
const origin = 'http://localhost:3999';
const number = '85073003328';
const providers = {
	'in the token': await startIdentityProvider({ returnAddress: returnAddress(origin) }),
	'by user info': await startIdentityProvider({ returnAddress: returnAddress(origin), inToken: false }),
};
const provider = providers['in the token'];
afterAll(() => Promise.all(Object.values(providers).map((each) => each.stop())));

const settingsOf = ({ issuer, clientId, clientSecret }: typeof provider): OidcSettings => ({
	...{ issuer, clientId, clientSecret },
	claim: 'egovNRN',
	scope: 'openid profile egovnrn',
	name: 'itsme / eID',
});
const settings = settingsOf(provider);
const wish = { language: 'ti', to: '/ti/me', sharedDevice: true } as const;
const leave = async (from = settings) => {
	const departure = await depart(deps, from, origin, wish);
	if (!departure.ok) throw new Error(departure.reason);
	return departure.value;
};
const someone: Actor = { kind: 'anonymous', id: null, channel: 'web', device: null };

test.each(['in the token', 'by user info'] as const)(
	'the number comes %s and opens the dossier',
	async (way) => {
		const { address, trip } = await leave(settingsOf(providers[way]));
		const asked = new URL(address).searchParams;
		expect(asked.get('code_challenge_method')).toBe('S256');
		expect(asked.get('prompt')).toBe('login');
		for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
		const back = await providers[way].visit(address, number);
		const arrival = await arrive(deps, settingsOf(providers[way]), origin, back.search, trip);
		expect(arrival).toMatchObject({ trip: wish, number: { ok: true, value: number } });
	},
);

test('a person whom a commune told of is signed in; another one is told so', async () => {
	const withNumber = { nationalNumber: number, sharedDevice: true, replaces: null };
	expect(await signInWithNumber(deps, someone, withNumber)).toEqual({ ok: false, reason: 'no_dossier' });
	const dossier = await openNewcomer(deps, { nationalNumber: number });
	expect(await signInWithNumber(deps, someone, withNumber)).toMatchObject({
		value: { signIn: { dossier, by: 'identity_provider', sharedDevice: true } },
	});
	await pool.query('update dossier set person = null, person_key = null where id = $1', [dossier]);
	expect(await signInWithNumber(deps, someone, withNumber)).toEqual({ ok: false, reason: 'no_dossier' });
});

test('a number that is missing or impossible opens nothing', async () => {
	for (const claimed of ['nobody', '85073003329', '0']) {
		const { address, trip } = await leave();
		const back = await provider.visit(address, claimed);
		expect((await arrive(deps, settings, origin, back.search, trip))?.number).toEqual({
			ok: false,
			reason: 'no_number',
		});
	}
});

test('an answer counts once, for the browser that left, and for its own question', async () => {
	const mine = await leave();
	const other = await leave();
	const back = await provider.visit(mine.address, number);
	expect(await arrive(deps, settings, origin, back.search, 'made-up')).toBeNull();
	// Somebody slips their own answer into another browser: state, nonce and verifier are not that one's.
	expect((await arrive(deps, settings, origin, back.search, other.trip))?.number.ok).toBe(false);
	expect((await arrive(deps, settings, origin, back.search, mine.trip))?.number.ok).toBe(true);
	expect(await arrive(deps, settings, origin, back.search, mine.trip)).toBeNull();
});

test('a code that was used, made up or refused signs nobody in', async () => {
	const used = await leave();
	const back = await provider.visit(used.address, number);
	await arrive(deps, settings, origin, back.search, used.trip);
	const fresh = await leave();
	const state = new URL(fresh.address).searchParams.get('state') ?? '';
	const made = new URLSearchParams(back.search);
	made.set('state', state);
	expect((await arrive(deps, settings, origin, `?${made}`, fresh.trip))?.number).toEqual({
		ok: false,
		reason: 'provider_refused',
	});
	const said = await leave();
	const no = new URLSearchParams({
		error: 'access_denied',
		state: new URL(said.address).searchParams.get('state') ?? '',
		iss: provider.issuer,
	});
	expect((await arrive(deps, settings, origin, `?${no}`, said.trip))?.number).toEqual({
		ok: false,
		reason: 'provider_refused',
	});
});

test('nobody is sent to a provider that is away; it is asked again next time', async () => {
	const gone = await startIdentityProvider({ returnAddress: returnAddress(origin) });
	const before = settingsOf(gone);
	const away = { ...before, issuer: 'http://localhost:9' };
	expect(await depart(deps, away, origin, wish)).toEqual({ ok: false, reason: 'provider_away' });
	const { address, trip } = await leave(before);
	const back = await gone.visit(address, number);
	await gone.stop();
	setNow(new Date(Date.now() + 60_001));
	expect(await depart(deps, before, origin, wish)).toEqual({ ok: false, reason: 'provider_away' });
	expect((await arrive(deps, before, origin, back.search, trip))?.number).toEqual({
		ok: false,
		reason: 'provider_away',
	});
});
