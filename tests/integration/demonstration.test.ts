import { expect, test } from 'vitest';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { loadDemonstration } from '#lib/demonstration/loadDemonstration.ts';
import { stageNames } from '#lib/demonstration/stages.ts';
import { languages } from '#lib/domain/languages.ts';
import { normaliseLetterCode } from '#lib/domain/letterCode.ts';
import { operator } from '#lib/services/actor.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool } = await testDatabase();

const statusAt = {
	proposal: 'to_confirm',
	review: 'review',
	just_confirmed: 'running',
	late_to_register: 'running',
	registered: 'running',
	welcomed: 'running',
	in_course: 'running',
	almost_there: 'running',
	completed: 'completed',
	waiting: 'on_waiting_list',
	suspended: 'suspended',
	closed: 'closed',
	exempt: 'exempt',
	voluntary: 'voluntary',
} as const satisfies Record<(typeof stageNames)[number], string>;

test('a first start shows somebody at every stage of the line in every language, who can sign in', async () => {
	expect(await loadDemonstration(deps)).toEqual({ ok: true, value: 'loaded' });
	const people = await listDemonstrationPeople(deps);
	expect(people.map(({ language, stage }) => `${language} ${stage}`)).toEqual(
		languages.flatMap((language) => stageNames.map((stage) => `${language} ${stage}`)),
	);
	for (const { dossier, stage, code, language } of people) {
		const read = await readDossier(deps, operator, { dossier });
		expect(read.ok && { stage, status: read.value.status }).toEqual({ stage, status: statusAt[stage] });
		const hash = deps.vault.hash('letter-code', normaliseLetterCode(code) ?? '');
		expect(await deps.store.transact((tx) => tx.letterCodes.find(hash))).toEqual({ dossier });
		expect((await deps.store.transact((tx) => tx.dossiers.find(dossier)))?.language).toBe(language);
	}
	expect(await checkSeats(deps)).toEqual([]);
}, 120_000);

test('loading again changes nothing', async () => {
	const count = () => pool.query('select count(*)::int as lines from journal').then(({ rows }) => rows[0]);
	const before = await count();
	expect(await loadDemonstration(deps)).toEqual({ ok: true, value: 'already_loaded' });
	expect(await count()).toEqual(before);
});

test('a load that was cut off goes on where it stopped', async () => {
	await pool.query("delete from mark where name = 'demonstration_loaded'");
	expect(await loadDemonstration(deps)).toEqual({ ok: true, value: 'loaded' });
	expect((await listDemonstrationPeople(deps)).length).toBe(languages.length * stageNames.length);
	expect(await checkSeats(deps)).toEqual([]);
}, 120_000);

test('every counter of the demonstration says that it is invented', async () => {
	const { rows } = await pool.query('select * from office');
	expect(rows.length).toBeGreaterThanOrEqual(19 + 6);
	for (const office of rows) {
		expect(office.demonstration).toBe(true);
		expect(office.name_fr).toContain('démonstration');
		expect(office.phone.replace(/\D/g, '')).toMatch(/^3220000|^020000/);
	}
});
