import { beforeEach, expect, test } from 'vitest';
import { counterAsks, counterQuiet, counterTells } from '#lib/domain/signInLimits.ts';
import { system } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { endAbandonedSignIn, endHeldSignIn } from '#lib/services/endHeldSignIn.ts';
import { endSignIn, signOutEverywhere } from '#lib/services/endSignIn.ts';
import { forgetSignIns } from '#lib/services/forgetSignIns.ts';
import { startSignInWithin } from '#lib/services/startSignIn.ts';
import { testDatabase } from '../support/database.ts';
import { openNewcomer } from '../support/newcomers.ts';

const { deps, pool, setNow } = await testDatabase();
const minute = 60_000;
const day = 24 * 60 * minute;
const start = new Date('2026-03-20T09:00:00Z');
const later = (ms: number) => setNow(new Date(start.getTime() + ms));

beforeEach(() => setNow(start));

const anonymous: Actor = { kind: 'anonymous', id: null, channel: 'web', device: null };
const newcomer = (dossier: string): Actor => ({ ...anonymous, kind: 'newcomer', id: dossier });
const begin = (dossier: string, sharedDevice = false, replaces: string | null = null) =>
	deps.store.transact((tx) =>
		startSignInWithin(tx, deps, anonymous, { dossier, by: 'passkey', sharedDevice, replaces }),
	);
const read = (token: string) => deps.store.transact((tx) => tx.signIns.read(token, deps.now()));

test("on one's own phone a sign-in lasts 30 days without use and 90 in all", async () => {
	const { token } = await begin(await openNewcomer(deps));
	later(30 * day - 1);
	expect(await read(token)).not.toBeNull();
	later(59 * day);
	expect(await read(token)).not.toBeNull();
	later(88 * day);
	expect((await read(token))?.expiresAt).toEqual(new Date(start.getTime() + 90 * day));
	later(90 * day);
	expect(await read(token)).toBeNull();
	const { token: unused } = await begin(await openNewcomer(deps));
	later(90 * day + 30 * day);
	expect(await read(unused)).toBeNull();
});

test('on a shared device it lasts 10 minutes without use and 30 in all', async () => {
	const { token } = await begin(await openNewcomer(deps), true);
	for (const minutes of [9, 18, 27]) {
		later(minutes * minute);
		expect(await read(token)).not.toBeNull();
	}
	later(30 * minute);
	expect(await read(token)).toBeNull();
	setNow(start);
	const { token: unused } = await begin(await openNewcomer(deps), true);
	later(10 * minute);
	expect(await read(unused)).toBeNull();
});

test("signing in again in the same browser ends what it held before, whoever's it was", async () => {
	const first = await begin(await openNewcomer(deps));
	const second = await begin(await openNewcomer(deps), false, first.token);
	expect(await read(first.token)).toBeNull();
	expect(await read(second.token)).not.toBeNull();
});

test('a sign-in that is ended is refused at once; only its owner can end it', async () => {
	const [mine, theirs] = [await openNewcomer(deps), await openNewcomer(deps)];
	const [phone, tablet, other] = [await begin(mine), await begin(mine), await begin(theirs)];
	expect(await endSignIn(deps, newcomer(mine), { id: other.signIn.id })).toMatchObject({
		reason: 'not_found',
	});
	expect((await endSignIn(deps, newcomer(mine), { id: tablet.signIn.id })).ok).toBe(true);
	expect(await read(tablet.token)).toBeNull();
	expect(await read(phone.token)).not.toBeNull();
	await signOutEverywhere(deps, newcomer(mine));
	expect(await read(phone.token)).toBeNull();
	expect(await read(other.token)).not.toBeNull();
});

test('an erased person is nobody at the next request', async () => {
	const dossier = await openNewcomer(deps);
	const { token } = await begin(dossier);
	await pool.query('update dossier set person = null, person_key = null where id = $1', [dossier]);
	expect(await read(token)).toBeNull();
});

test('the token is kept nowhere, and a made-up one opens nothing', async () => {
	const { token, signIn } = await begin(await openNewcomer(deps));
	const { rows } = await pool.query<{ row: string }>('select t::text as row from sign_in t');
	expect(rows.some(({ row }) => row.includes(signIn.id))).toBe(true);
	expect(rows.some(({ row }) => row.includes(token))).toBe(false);
	for (const made of ['', signIn.id, token.toUpperCase(), 'x'.repeat(5_000), '\u0000'])
		expect(await read(made)).toBeNull();
});

test('what ran out is deleted; challenges are taken once and by their own kind', async () => {
	const { token } = await begin(await openNewcomer(deps), true);
	const idHash = deps.vault.hash('challenge', 'a');
	const challenge = { idHash, data: { a: 1 }, expiresAt: new Date(start.getTime() + minute) };
	const take = (kind: 'passkey_add' | 'passkey_sign_in') =>
		deps.store.transact((tx) => tx.challenges.take(idHash, kind, deps.now()));
	const put = () => deps.store.transact((tx) => tx.challenges.put({ ...challenge, kind: 'passkey_add' }));
	await put();
	expect(await take('passkey_sign_in')).toBeNull();
	const both = await Promise.all([take('passkey_add'), take('passkey_add')]);
	expect(both.filter((taken) => taken !== null)).toEqual([{ a: 1 }]);
	await put();
	later(minute);
	expect(await take('passkey_add')).toBeNull();
	await put();
	later(day);
	await forgetSignIns(deps);
	expect(await read(token)).toBeNull();
	const { rows } = await pool.query(
		'select 1 from challenge union all select 1 from sign_in where shared_device',
	);
	expect(rows).toHaveLength(0);
});

const atCounter: Actor = { ...anonymous, channel: 'kiosk' };
const beginAtCounter = async (dossier: string) =>
	deps.store.transact((tx) =>
		startSignInWithin(tx, deps, atCounter, {
			...{ dossier, by: 'letter_code', sharedDevice: false, replaces: null },
		}),
	);

test('at a counter it lasts a moment longer than the page asks, and as long as somebody is there, 30 minutes in all', async () => {
	const { token, signIn } = await beginAtCounter(await openNewcomer(deps));
	expect(signIn).toMatchObject({ kiosk: true, sharedDevice: true });
	for (let at = 2; at < 30; at += 2) {
		later(at * minute);
		expect(await read(token)).not.toBeNull();
	}
	later(30 * minute);
	expect(await read(token)).toBeNull();
	setNow(start);
	const { token: unused } = await beginAtCounter(await openNewcomer(deps));
	later(counterQuiet + counterAsks + counterTells);
	expect(await read(unused)).toBeNull();
});

test('a page at a counter that is gone takes the sign-in with it, unless another page followed', async () => {
	const dossier = await openNewcomer(deps);
	const { token } = await beginAtCounter(dossier);
	later(minute);
	const since = deps.now();
	later(minute + 1);
	expect(await read(token)).not.toBeNull();
	expect(await endAbandonedSignIn(deps, system, { token, since })).toMatchObject({ ok: false });
	later(minute + 2);
	expect(await endAbandonedSignIn(deps, system, { token, since: deps.now() })).toMatchObject({ ok: true });
	expect(await read(token)).toBeNull();
});

test('a page that is gone on a device of another kind ends nothing', async () => {
	const { token } = await begin(await openNewcomer(deps), true);
	later(minute);
	expect(await endAbandonedSignIn(deps, system, { token, since: deps.now() })).toMatchObject({ ok: false });
	expect(await read(token)).not.toBeNull();
});

test('whoever empties a screen ends what it held, and the person can read that', async () => {
	const dossier = await openNewcomer(deps);
	const { token } = await beginAtCounter(dossier);
	expect(await endHeldSignIn(deps, atCounter, { token })).toMatchObject({ ok: true });
	expect(await read(token)).toBeNull();
	expect(await endHeldSignIn(deps, atCounter, { token })).toMatchObject({ ok: false });
	const lines = await deps.store.look((tx) => tx.journal.ofDossier(dossier, 10));
	expect(lines[0]).toMatchObject({ action: 'signed_out', channel: 'kiosk' });
});
