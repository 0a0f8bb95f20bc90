import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import { newLetterCode } from '#lib/domain/letterCode.ts';
import type { Actor } from '#lib/services/actor.ts';
import { signInWithCode } from '#lib/services/signInWithCode.ts';
import { testDatabase } from '../support/database.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';

const { deps, pool, setNow } = await testDatabase();
const minute = 60_000;
const day = 24 * 60 * minute;
const start = new Date();

beforeEach(() => setNow(start));

const phone = (): Actor => ({ kind: 'anonymous', id: null, channel: 'web', device: randomBytes(32) });
const attempt = (code: string, birthDate: string, actor = phone()) =>
	signInWithCode(deps, actor, { code, birthDate, sharedDevice: false, replaces: null });
const linesOf = (dossier: string) => deps.store.transact((tx) => tx.journal.ofDossier(dossier, 20));

test('the code and the birth date open the dossier, under a new token each time', async () => {
	const dossier = await openNewcomer(deps);
	const code = await giveLetter(deps, dossier);
	const [one, two] = [await attempt(code, '1985-07-30'), await attempt(code, '1985-07-30')];
	expect(one).toMatchObject({ ok: true, value: { signIn: { dossier, by: 'letter_code' } } });
	if (!one.ok || !two.ok) throw new Error('refused');
	expect(one.value.token).toMatch(/^[0-9a-f]{64}$/);
	expect(one.value.token).not.toBe(two.value.token);
	expect(await linesOf(dossier)).toMatchObject([
		{ action: 'signed_in', actorKind: 'newcomer', actorId: dossier },
		{ action: 'signed_in' },
		{ action: 'proposal_made' },
	]);
	const { rows } = await pool.query('select t::text as row from sign_in t');
	expect(rows.map(({ row }) => row).join()).not.toContain(one.value.token);
});

test('a wrong date, a code that does not exist, an old code and an erased person get the same answer', async () => {
	const dossier = await openNewcomer(deps);
	const old = await giveLetter(deps, dossier);
	const code = await giveLetter(deps, dossier);
	const erased = await openNewcomer(deps);
	const codeOfErased = await giveLetter(deps, erased);
	await pool.query('update dossier set person = null, person_key = null where id = $1', [erased]);
	const answers = await Promise.all([
		attempt(code, '1985-07-31'),
		attempt(newLetterCode(deps.random), '1985-07-30'),
		attempt(old, '1985-07-30'),
		attempt(codeOfErased, '1985-07-30'),
		attempt(codeOfErased, '0001-01-01'),
	]);
	for (const answer of answers) expect(answer).toEqual({ ok: false, reason: 'code_or_date_wrong' });
	expect(await linesOf(dossier)).toMatchObject([
		{ action: 'sign_in_refused', actorKind: 'anonymous' },
		{ action: 'proposal_made' },
	]);
});

test('a code that exists and one that does not cost the same questions to the database', async () => {
	const dossier = await openNewcomer(deps);
	const code = await giveLetter(deps, dossier);
	const questionsOf = async (tried: string) => {
		const query = vi.spyOn(pg.Client.prototype, 'query');
		await attempt(tried, '1999-01-01');
		const asked = query.mock.calls.map(
			([question]) => (question as unknown as { text?: string }).text ?? question,
		);
		query.mockRestore();
		return asked;
	};
	const asked = await questionsOf(code);
	expect(asked.length).toBeGreaterThan(6);
	expect(await questionsOf(newLetterCode(deps.random))).toEqual(asked);
});

test.each([
	['1985-07-XX', '1985-07-12', true],
	['1985-07-XX', '1985-07-XX', true],
	['1985-07-XX', '1985-08-XX', false],
	['1985-XX-XX', '1985-XX-XX', true],
	['1985-XX-XX', '1986-XX-XX', false],
	['1985-07-30', '1985-07-XX', false],
	['1985-01-01', '1985-XX-XX', true],
])('the register says %s, the person types %s', async (birthDate, typed, opens) => {
	const code = await giveLetter(deps, await openNewcomer(deps, { birthDate }));
	expect((await attempt(code, typed)).ok).toBe(opens);
});

test('a code rests after five wrong dates, says until when, and opens again by itself', async () => {
	const dossier = await openNewcomer(deps);
	for (const code of [await giveLetter(deps, dossier), newLetterCode(deps.random)]) {
		setNow(start);
		for (let tries = 0; tries < 5; tries++)
			expect(await attempt(code, '1985-01-01')).toMatchObject({ reason: 'code_or_date_wrong' });
		const until = new Date(start.getTime() + 15 * minute);
		// The right date does not help while it rests: a resting code says nothing about dates.
		expect(await attempt(code, '1985-07-30')).toEqual({ ok: false, reason: 'too_many_tries', until });
		setNow(new Date(until.getTime() - 1));
		expect(await attempt(code, '1985-07-30')).toMatchObject({ reason: 'too_many_tries' });
	}
	setNow(new Date(start.getTime() + 15 * minute));
	const again = await giveLetter(deps, dossier);
	expect((await attempt(again, '1985-07-30')).ok).toBe(true);
});

test('a day and a month have their limits too, and a good sign-in in between does not lift them', async () => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	let at = start.getTime();
	const wrong = async () => {
		at += 16 * minute;
		setNow(new Date(at));
		return attempt(code, '1985-01-01');
	};
	for (let tries = 0; tries < 10; tries++) {
		expect(await wrong()).toMatchObject({ reason: 'code_or_date_wrong' });
		expect((await attempt(code, '1985-07-30')).ok).toBe(tries < 9);
	}
	expect(await wrong()).toMatchObject({ reason: 'too_many_tries' });
	for (let days = 0; days < 2; days++) {
		at += day;
		for (let tries = 0; tries < 10; tries++)
			expect(await wrong()).toMatchObject({ reason: 'code_or_date_wrong' });
	}
	at += 2 * day;
	expect(await wrong()).toMatchObject({
		reason: 'too_many_tries',
		until: new Date(start.getTime() + 16 * minute + 30 * day),
	});
});

test('one device is slowed down whichever codes it tries; another one beside it is not', async () => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const device = phone();
	for (let tries = 0; tries < 15; tries++) await attempt(newLetterCode(deps.random), '1985-07-30', device);
	expect(await attempt(code, '1985-07-30', device)).toMatchObject({ reason: 'too_many_tries' });
	expect((await attempt(code, '1985-07-30')).ok).toBe(true);
});

test('fifty tries at once count one after the other', async () => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	const answers = await Promise.all(Array.from({ length: 50 }, () => attempt(code, '1985-01-01')));
	const wrong = answers.filter((answer) => !answer.ok && answer.reason === 'code_or_date_wrong');
	expect(wrong).toHaveLength(5);
});
