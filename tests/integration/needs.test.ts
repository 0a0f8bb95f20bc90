import { expect, test } from 'vitest';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { exportDossier } from '#lib/services/exportDossier.ts';
import { keepNeeds, readNeeds } from '#lib/services/needs.ts';
import { testDatabase } from '../support/database.ts';
import { openNewcomer } from '../support/newcomers.ts';

const { deps, pool } = await testDatabase();

const newcomerOf = (dossier: string): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});
const someone = async () => {
	const dossier = await openNewcomer(deps);
	return { dossier, actor: newcomerOf(dossier) };
};
const kept = async (dossier: string) => (await readNeeds(deps, operator, { dossier })) as { value: unknown };
const lines = async (dossier: string) =>
	(
		await pool.query<{ codes: unknown }>(
			`select codes from journal where dossier = $1 and action = 'needs_kept'`,
			[dossier],
		)
	).rows;

test('whoever was never asked has no answer, and nothing is an answer too', async () => {
	const { dossier, actor } = await someone();
	expect((await kept(dossier)).value).toBeNull();
	await keepNeeds(deps, actor, {
		dossier,
		needs: { codes: [], interpreterLanguage: null, signLanguage: null },
	});
	expect((await kept(dossier)).value).toEqual({ codes: [], interpreterLanguage: null, signLanguage: null });
});

test('needs are kept in the order of the list, each once, and replaced by the next answer', async () => {
	const { dossier, actor } = await someone();
	await keepNeeds(deps, actor, {
		dossier,
		needs: {
			codes: ['childcare', 'interpreter', 'childcare'],
			interpreterLanguage: 'ti',
			signLanguage: null,
		},
	});
	expect((await kept(dossier)).value).toEqual({
		codes: ['interpreter', 'childcare'],
		interpreterLanguage: 'ti',
		signLanguage: null,
	});
	await keepNeeds(deps, actor, {
		dossier,
		needs: { codes: ['step_free'], interpreterLanguage: 'ti', signLanguage: null },
	});
	expect((await kept(dossier)).value).toEqual({
		codes: ['step_free'],
		interpreterLanguage: null,
		signLanguage: null,
	});
});

test('the same answer again leaves no trace, and the journal never says what is needed', async () => {
	const { dossier, actor } = await someone();
	const needs = { codes: ['sign_language' as const], interpreterLanguage: null, signLanguage: null };
	await keepNeeds(deps, actor, { dossier, needs });
	await keepNeeds(deps, actor, { dossier, needs });
	const written = await lines(dossier);
	expect(written).toHaveLength(1);
	expect(JSON.stringify(written)).not.toContain('sign_language');
});

test('the row holds nothing readable, and is gone with the key of its person', async () => {
	const { dossier, actor } = await someone();
	await keepNeeds(deps, actor, {
		dossier,
		needs: { codes: ['sign_language'], interpreterLanguage: null, signLanguage: null },
	});
	const { rows } = await pool.query<{ needs: Buffer }>('select needs from needs where dossier = $1', [
		dossier,
	]);
	expect(rows[0]?.needs.toString('latin1')).not.toContain('sign_language');
	await pool.query('update dossier set person_key = null where id = $1', [dossier]);
	expect((await kept(dossier)).value).toBeNull();
});

test('they are handed out with everything else that is held', async () => {
	const { dossier, actor } = await someone();
	await keepNeeds(deps, actor, {
		dossier,
		needs: { codes: ['interpreter'], interpreterLanguage: 'ps', signLanguage: null },
	});
	const exported = await exportDossier(deps, actor, { dossier });
	expect(exported.ok && exported.value.held.needs).toMatchObject([
		{ needs: { codes: ['interpreter'], interpreterLanguage: 'ps', signLanguage: null } },
	]);
});

test('what was kept before the question which sign language is still read', async () => {
	const { dossier } = await someone();
	await deps.store.transact(async (tx) => {
		const personKey = (await tx.dossiers.lock(dossier))?.personKey;
		if (!personKey) throw new Error('the person has no key');
		const before = JSON.stringify({ codes: ['sign_language'], interpreterLanguage: null });
		await tx.needs.keep(dossier, deps.vault.sealPerson(personKey, before), deps.now());
	});
	expect((await kept(dossier)).value).toMatchObject({ codes: ['sign_language'], signLanguage: null });
});

test('nobody reads or changes the needs of somebody else', async () => {
	const { dossier } = await someone();
	const other = (await someone()).actor;
	const needs = { codes: [], interpreterLanguage: null, signLanguage: null };
	expect(await readNeeds(deps, other, { dossier })).toMatchObject({ reason: 'not_yours' });
	expect(await keepNeeds(deps, other, { dossier, needs })).toMatchObject({ reason: 'not_yours' });
	expect(await keepNeeds(deps, operator, { dossier: 'NONE', needs })).toMatchObject({
		reason: 'unknown_dossier',
	});
});

test('an interpreter needs a language', async () => {
	const { dossier, actor } = await someone();
	const needs = { codes: ['interpreter' as const], interpreterLanguage: null, signLanguage: null };
	expect(await keepNeeds(deps, actor, { dossier, needs })).toMatchObject({
		reason: 'interpreter_language_missing',
	});
});
