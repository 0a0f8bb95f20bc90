import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { normaliseLetterCode } from '#lib/domain/letterCode.ts';
import { operator } from '#lib/services/actor.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { issueLetter } from '#lib/services/issueLetter.ts';
import type { Letter } from '#lib/services/issueLetter.ts';
import { signInWithCode } from '#lib/services/signInWithCode.ts';
import { somebody } from '../support/help.ts';
import { testDatabase } from '../support/database.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps, pool } = database;
const origin = 'https://halte.example';
const folder = mkdtempSync(join(tmpdir(), 'halte-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const issue = async (dossier: string, print?: (letter: Letter) => Promise<void>) => {
	const issued = await issueLetter(deps, operator, { dossier, origin, print });
	if (!issued.ok) throw new Error(issued.reason);
	return issued.value;
};
const working = async (code: string) => {
	const hash = deps.vault.hash('letter-code', normaliseLetterCode(code) ?? '');
	return (await deps.store.transact((tx) => tx.letterCodes.find(hash)))?.dossier ?? null;
};
const journalOf = async (dossier: string) =>
	(await deps.store.transact((tx) => tx.journal.ofDossier(dossier, 50))).map(({ action }) => action);

test('a new letter ends the code of the one before, and signs in', async () => {
	const dossier = await openNewcomer(deps, { birthDate: '1985-07-30' });
	const first = await issue(dossier);
	expect(first.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
	expect(first.url).toMatch(/^https:\/\/halte\.example\/[a-z]{2}\/sign-in\?code=/);
	expect(new URL(first.url).searchParams.get('code')).toBe(first.code);
	expect(await working(first.code)).toBe(dossier);

	const second = await issue(dossier);
	expect(await working(first.code)).toBeNull();
	expect(await working(second.code)).toBe(dossier);
	const signedIn = await signInWithCode(deps, somebody(), {
		code: normaliseLetterCode(second.code) ?? '',
		birthDate: '1985-07-30',
		sharedDevice: false,
		replaces: null,
	});
	expect(signedIn.ok).toBe(true);
	expect((await journalOf(dossier)).filter((action) => action === 'letter_issued')).toHaveLength(2);
});

test('letters made at the same time leave one code that works', async () => {
	const dossier = await openNewcomer(deps);
	const codes = await Promise.all(Array.from({ length: 8 }, () => issue(dossier)));
	const found = await Promise.all(codes.map(({ code }) => working(code)));
	expect(found.filter((each) => each === dossier)).toHaveLength(1);
});

test('a letter that cannot be printed changes nothing', async () => {
	const dossier = await openNewcomer(deps);
	const { code } = await issue(dossier);
	const lines = await journalOf(dossier);
	const broken = issue(dossier, () => Promise.reject(new Error('no paper')));
	await expect(broken).rejects.toThrow('no paper');
	expect(await working(code)).toBe(dossier);
	expect(await journalOf(dossier)).toEqual(lines);
});

test('an unknown, a closed and an erased dossier get none', async () => {
	const refusal = (dossier: string) => issueLetter(deps, operator, { dossier, origin });
	expect(await refusal('nobody')).toMatchObject({ ok: false, reason: 'unknown_dossier' });
	const closed = await openNewcomer(deps);
	const today = deps.now().toISOString().slice(0, 10);
	expect((await closeDossier(deps, operator, { dossier: closed, on: today })).ok).toBe(true);
	expect(await refusal(closed)).toMatchObject({ ok: false, reason: 'dossier_closed' });
	const erased = await openNewcomer(deps);
	await pool.query('update dossier set person_key = null, person = null where id = $1', [erased]);
	expect(await refusal(erased)).toMatchObject({ ok: false, reason: 'person_erased' });
});

test('the command prints the letter, and refuses a place where no file can be without changing anything', async () => {
	const dossier = await openNewcomer(deps);
	const file = join(folder, 'a letter.pdf');
	const printed = await runCommand(database, 'letter', dossier, '--pdf', file, '--json');
	expect(printed.exit, printed.err).toBe(0);
	const answer = JSON.parse(printed.out) as { dossier: string; code: string; url: string };
	expect(Object.keys(answer)).toEqual(['dossier', 'code', 'url']);
	expect(await working(answer.code)).toBe(dossier);
	expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

	for (const place of [folder, join(folder, 'nowhere', 'letter.pdf'), join(file, 'letter.pdf')]) {
		const refused = await runCommand(database, 'letter', dossier, '--pdf', place);
		expect(refused.exit).toBe(1);
		expect(refused.err).toContain('nothing was changed');
	}
	expect(await working(answer.code)).toBe(dossier);
	expect(readdirSync(folder)).toEqual(['a letter.pdf']);
	const unknown = await runCommand(database, 'letter', 'nobody', '--pdf', join(folder, 'other.pdf'));
	expect(unknown.exit).toBe(1);
	expect(existsSync(join(folder, 'other.pdf'))).toBe(false);
});
