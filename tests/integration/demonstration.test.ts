import { describe, expect, test, vi } from 'vitest';
import { printPeople } from '../../scripts/demonstrate.ts';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { loadDemonstration } from '#lib/demonstration/loadDemonstration.ts';
import { loadLarge } from '#lib/demonstration/loadLarge.ts';
import { stageNames } from '#lib/demonstration/stages.ts';
import { courseKinds, languageLevels } from '#lib/domain/course.ts';
import { languages } from '#lib/domain/languages.ts';
import { normaliseLetterCode } from '#lib/domain/letterCode.ts';
import { operator } from '#lib/services/actor.ts';
import { readSettings } from '#lib/server/environment.ts';
import { checkDatabase } from '#lib/services/checkDatabase.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { cardsAhead, startsFrom } from '#lib/services/sessionCards.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool, setNow } = await testDatabase();

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

test('its courses are full, half empty and empty, with lines, a change, one called off, and some that are over', async () => {
	const at = deps.now();
	const offered = await deps.store.transact((tx) => tx.courses.offered({ at, from: startsFrom(at) }));
	const cards = cardsAhead(offered, at);
	expect(new Set(cards.map(({ course }) => course.kind))).toEqual(new Set(courseKinds));
	expect(new Set(cards.flatMap(({ course }) => course.level ?? []))).toEqual(new Set(languageLevels));
	const part = ({ taken, session }: (typeof cards)[number]) => taken / session.seats;
	expect(cards.filter((card) => part(card) === 1 && card.waiting > 1).length).toBeGreaterThan(1);
	expect(cards.filter((card) => part(card) === 1 && card.waiting === 0).length).toBeGreaterThan(0);
	expect(cards.filter((card) => part(card) > 0.3 && part(card) < 0.8).length).toBeGreaterThan(1);
	expect(cards.filter((card) => part(card) === 0).length).toBeGreaterThan(1);
	expect(offered.filter(({ session }) => session.calledOff)).toHaveLength(1);
	expect(offered.filter(({ session }) => session.revision > 0)).toHaveLength(1);
	const { rows } = await pool.query(`select
		(select count(distinct status)::int from attendance) as statuses,
		(select count(distinct session)::int from attendance) as past,
		(select count(*)::int from needs) as asked,
		(select count(*)::int from seat_hold where kind = 'offer' and ended_at is null) as offers,
		(select count(*)::int from seat_event where kind = 'moved_in') as moves,
		(select array_agg(distinct kind order by kind) from message where kind like 'session%') as told`);
	expect(rows[0]).toMatchObject({
		...{
			statuses: 4,
			past: 2,
			asked: 36,
			offers: 1,
			moves: 1,
			told: ['session_called_off', 'session_changed'],
		},
	});
});

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

test('the people printed at start lead to the address of that start', async () => {
	const said = vi.spyOn(console, 'log').mockReturnValue();
	await printPeople(deps, readSettings({ PORT: '4000' }));
	const text = said.mock.calls.flat().join('\n');
	said.mockRestore();
	expect(text).toContain('http://localhost:4000/ti/sign-in');
	expect(text.match(/http:\/\/[^/\s]+/g)?.every((origin) => origin === 'http://localhost:4000')).toBe(true);
});

describe('a large load', () => {
	const size = { events: 130, obliged: 60, active: 40, waiting: 12 };
	const counts = async () => {
		const { rows } = await pool.query(`select
			(select count(*)::int from dossier) as dossiers,
			(select count(*)::int from dossier where confirmed_on is not null) as confirmed,
			(select count(*)::int from step_done) as steps,
			(select count(*)::int from waiting_entry) as waiting,
			(select count(*)::int from quarantine) as quarantined,
			(select count(*)::int from journal) as journal`);
		return rows[0] as Record<string, number>;
	};

	test('that is cut off goes on where it stopped, also after midnight, and brings in as many as it should', async () => {
		const before = await counts();
		let heard = 0;
		const cut = loadLarge(
			deps,
			() => {
				if ((heard += 1) > 1) throw new Error('the plug was pulled');
			},
			size,
		);
		await expect(cut).rejects.toThrow('the plug was pulled');
		setNow(new Date(Date.now() + 26 * 60 * 60_000));
		expect(await loadLarge(deps, () => {}, size)).toEqual(size);
		const after = await counts();
		expect(after).toMatchObject({
			confirmed: (before['confirmed'] ?? 0) + size.obliged,
			steps: (before['steps'] ?? 0) + size.active,
			waiting: (before['waiting'] ?? 0) + size.waiting,
			quarantined: 0,
		});
		expect(await loadLarge(deps, () => {}, size)).toEqual(size);
		expect(await counts()).toEqual(after);
		expect((await checkDatabase(deps, operator)).value.faults).toEqual([]);
	}, 120_000);
});

test('every counter of the demonstration says that it is invented', async () => {
	const { rows } = await pool.query('select * from office');
	expect(rows.length).toBeGreaterThanOrEqual(19 + 6);
	for (const office of rows) {
		expect(office.demonstration).toBe(true);
		expect(office.name_fr).toContain('démonstration');
		expect(office.phone.replace(/\D/g, '')).toMatch(/^3220000|^020000/);
	}
});
