import { afterEach, describe, expect, test } from 'vitest';
import { inventEvents, lineOf, registerEvent } from '#lib/demonstration/registerEvents.ts';
import { seededRandom } from '#lib/demonstration/random.ts';
import { decide } from '#lib/domain/decision.ts';
import type { RegisterEvent } from '#lib/domain/registerEvent.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { createDeps } from '#lib/server/deps.ts';
import { operator } from '#lib/services/actor.ts';
import { takeInRegisterFile } from '#lib/services/takeInRegisterFile.ts';
import { testDatabase } from '../support/database.ts';
import { batchesOf, intakeState, takeIn } from '../support/intakeState.ts';

const { deps, pool, keys, setNow } = await testDatabase();
const other = await testDatabase();
const otherDeps = createDeps(other.pool, keys);

afterEach(async () => {
	for (const each of [pool, other.pool]) {
		await each.query(`
			set session_replication_role = replica;
			delete from journal_link; delete from journal; delete from task; delete from quarantine;
			delete from intake_event; delete from dossier;
			set session_replication_role = default`);
	}
});

type Changes = Parameters<typeof registerEvent>[0];
let made = 0;
/** An event with an id of its own. */
const event = (changes: Changes = {}): RegisterEvent =>
	registerEvent({ eventId: `event-${(made += 1)}`, ...changes });
const invented = (count: number, seed = 7) => [
	...inventEvents(seededRandom(seed), count, { withoutNumber: 0.1 }),
];
const only = async () => (await intakeState(pool, deps.vault)).dossiers;
const broken = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x00, 0x22]);

describe('a register file', () => {
	test('is taken in with the decision of each event, in their order', async () => {
		const events = invented(1_200);
		const { answers, ...summary } = await takeIn(deps, events, { size: 500 });
		expect(summary).toMatchObject({ read: 1_200, accepted: 1_200, duplicates: 0, quarantined: 0 });
		expect(Object.values(summary.outcomes).reduce((sum, each) => sum + each)).toBe(1_200);
		for (const [index, answer] of answers.entries()) {
			const expected = events[index] as RegisterEvent;
			expect(answer).toMatchObject({ kind: 'accepted', eventId: expected.eventId });
			if (answer.kind === 'quarantined') continue;
			expect(answer.decision).toEqual(decide(expected, currentRules));
			expect(answer.dossier === null).toBe(answer.decision.outcome === 'not_concerned');
			if (answer.dossier) expect(answer.dossier).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
		}
	});

	test('sent again changes nothing, and repeats the decisions', async () => {
		const lines = [...invented(300), '{"broken', lineOf(event({ commune: '12345' }))];
		const first = await takeIn(deps, lines);
		const state = await intakeState(pool, deps.vault);
		const again = await takeIn(deps, lines);
		expect(await intakeState(pool, deps.vault)).toEqual(state);
		expect(again).toMatchObject({ read: 302, accepted: 0, duplicates: 300, quarantined: 2 });
		const decisions = (answers: typeof first.answers) =>
			answers.map((each) =>
				each.kind === 'quarantined' ? each : { ...each, kind: '', possibleDuplicate: false },
			);
		expect(decisions(again.answers)).toEqual(decisions(first.answers));
	});

	test('that was interrupted, cut, and sent again ends in the same state as one that went well', async () => {
		const lines = [
			...invented(400),
			broken,
			...invented(150, 8),
			lineOf(event({ recordedOn: '2026-02-30' })),
		];
		const interrupted = batchesOf(lines, 90);
		async function* untilTheMiddle() {
			yield* interrupted.slice(0, 3);
			throw new Error('the plug was pulled');
		}
		const run = { dryRun: false, batches: untilTheMiddle() };
		await expect(takeInRegisterFile(deps, operator, run)).rejects.toThrow('plug');
		await takeIn(deps, [...lines.slice(0, 350), lineOf(lines[350] as RegisterEvent).slice(0, 200)]);
		await takeIn(deps, lines, { size: 71 });
		await takeIn(otherDeps, lines);
		const [cut, whole] = [await intakeState(pool, deps.vault), await intakeState(other.pool, deps.vault)];
		const withoutCutLine = cut.quarantine!.filter(
			(each) => (each as { line_number: number }).line_number !== 351,
		);
		expect({ ...cut, quarantine: withoutCutLine }).toEqual(whole);
	});

	test('taken in twice at the same time is taken in once', async () => {
		const lines = invented(600);
		const runs = await Promise.all([
			takeIn(deps, lines, { size: 50 }),
			takeIn(createDeps(pool, keys), lines, { size: 70 }),
			takeIn(createDeps(pool, keys), [...lines].reverse(), { size: 60 }),
		]);
		expect(runs.map((run) => run.accepted + run.duplicates)).toEqual([600, 600, 600]);
		expect(runs.reduce((sum, run) => sum + run.accepted, 0)).toBe(600);
		const { rows } = await pool.query(
			'select count(*)::int as n, count(distinct number_hash)::int as people, count(number_hash)::int as numbered from dossier',
		);
		expect(rows[0].people).toBe(rows[0].numbered);
	});

	test('can be rehearsed: nothing changes, and the answers are those of the real run', async () => {
		const lines = [...invented(300), lineOf(invented(1)[0] as RegisterEvent), '{"broken', ...invented(80, 9)];
		await takeIn(deps, lines.slice(0, 50));
		const state = await intakeState(pool, deps.vault);
		const sequences = async () =>
			(await pool.query('select sequencename, last_value from pg_sequences order by 1')).rows;
		const before = await sequences();
		const rehearsed = await takeIn(deps, lines, { dryRun: true, size: 40 });
		expect(await intakeState(pool, deps.vault)).toEqual(state);
		expect(await sequences()).toEqual(before);
		expect(rehearsed).toEqual(await takeIn(deps, lines, { size: 90 }));
	});
});

describe('of a person', () => {
	test('who is not concerned only hashes, date, commune and outcome stay', async () => {
		const { answers } = await takeIn(deps, [
			event({ person: { birthDate: '2015-07-30', nationalNumber: null } }),
		]);
		expect(answers).toMatchObject([{ dossier: null, decision: { reasons: ['under_18'] } }]);
		const state = await intakeState(pool, deps.vault);
		expect(state).toMatchObject({ dossiers: [], tasks: [], journal: [] });
		expect(state.events).toMatchObject([
			{
				recorded_on: '2026-03-14',
				commune: '21015',
				outcome: 'not_concerned',
				reasons: null,
				reference_date: null,
				rules: null,
				may_follow_voluntarily: null,
				dossier: null,
			},
		]);
	});

	test('nothing is readable in the database', async () => {
		const line = lineOf(event({ commune: '99999', person: { familyName: 'Quarantäne' } }));
		await takeIn(deps, [event(), event({ person: { birthDate: '2015-01-01', nationalNumber: null } }), line]);
		const { rows: tables } = await pool.query(`select tablename from pg_tables where schemaname = 'public'`);
		for (const { tablename } of tables) {
			const { rows } = await pool.query(`select t::text as row from "${tablename}" as t`);
			const text = JSON.stringify(rows);
			for (const secret of ['Haddad', '85073003328', 'Palais', '1985-07-30', 'Quarant', 'event-']) {
				expect(text).not.toContain(secret);
				expect(text).not.toContain(Buffer.from(secret).toString('hex'));
			}
		}
	});

	test('the dossier holds what letters and signing in need, in a language of Halte', async () => {
		await takeIn(deps, [event({ person: { languages: ['so', 'ti'] } })]);
		expect(await only()).toMatchObject([
			{
				commune: '21015',
				language: 'ti',
				outcome: 'obliged',
				confirmed_on: null,
				person: {
					familyName: 'Haddad',
					givenNames: 'Omar',
					birthDate: '1985-07-30',
					nationalNumber: '85073003328',
				},
			},
		]);
		expect(Object.keys((await only())[0]?.['person'] as object).sort()).toEqual(
			'address birthDate familyName givenNames languages nationalNumber sex'.split(' '),
		);
	});

	test('names, numbers and addresses come out as they went in', async () => {
		const names = ['O', 'Ñ'.repeat(60), '\u202bالحداد\u202c', 'ተስፋይ', '𠮷田', 'a\tb', '"\\', '\u00a0x'];
		await takeIn(
			deps,
			names.map((familyName) => event({ person: { familyName, givenNames: null, nationalNumber: null } })),
		);
		const kept = (await only()).map((each) => (each['person'] as { familyName: string }).familyName);
		expect(kept.sort()).toEqual([...names].sort());
	});
});

describe('the same national number', () => {
	const first = () => event();
	const later = (changes: Changes = {}) => event({ recordedOn: '2026-06-01', ...changes });
	const certificate = { facts: [{ kind: 'integration_certificate', issuer: 'BE-VLG' } as const] };

	test('is the same dossier, in one batch or in several', async () => {
		const { answers } = await takeIn(deps, [first(), later(), later()], { size: 2 });
		expect(new Set(answers.map((each) => each.kind !== 'quarantined' && each.dossier)).size).toBe(1);
		expect(await only()).toHaveLength(1);
	});

	test.each([1, 10])(
		'a proposal follows the event recorded last, whatever the order (batches of %i)',
		async (size) => {
			const lines = [first(), later(certificate), event({ recordedOn: '2026-04-01', legalStaySince: null })];
			await takeIn(deps, lines, { size });
			expect(await only()).toMatchObject([{ outcome: 'exempt', decided: '2026-06-01' }]);
			await takeIn(otherDeps, [lines[1]!, lines[2]!, lines[0]!], { size });
			expect((await intakeState(other.pool, deps.vault)).dossiers).toMatchObject([{ outcome: 'exempt' }]);
		},
	);

	test('a renewal, a move to another register or the waiting register changes no proposal', async () => {
		await takeIn(deps, [
			first(),
			later({ registration: { first: false } }),
			later({ registration: { register: 'population' } }),
			later({ registration: { register: 'waiting' } }),
		]);
		expect(await only()).toMatchObject([{ outcome: 'obliged', decided: '2026-03-14' }]);
		const { events, tasks } = await intakeState(pool, deps.vault);
		expect(events).toHaveLength(4);
		expect(events.every((each) => each['dossier'])).toBe(true);
		expect(tasks).toEqual([]);
	});

	test('a correction that puts the person outside the group reads so, and the name follows the register', async () => {
		await takeIn(deps, [first()]);
		await takeIn(deps, [later({ person: { familyName: 'Hadad' }, legalStaySince: '2001-01-01' })]);
		expect(await only()).toMatchObject([
			{ outcome: 'not_concerned', reasons: ['legal_stay_3_years_or_more'], person: { familyName: 'Hadad' } },
		]);
	});

	test('never undoes a confirmed obligation: what speaks against it is a task', async () => {
		await takeIn(deps, [first()]);
		await pool.query(`update dossier set confirmed_on = '2026-03-20', language = 'nl'`);
		const exemption = later(certificate);
		await takeIn(deps, [
			exemption,
			later({ registration: { first: false }, person: { nationalities: ['FRA'] } }),
			later(),
		]);
		expect(await only()).toMatchObject([{ outcome: 'obliged', decided: '2026-03-14', language: 'nl' }]);
		expect((await intakeState(pool, deps.vault)).tasks).toMatchObject([
			{ kind: 'conflicting_event', codes: ['eu_eea_swiss_national'] },
			{ kind: 'conflicting_event', codes: ['integration_certificate'] },
		]);
		await takeIn(deps, [later(certificate)]);
		expect((await intakeState(pool, deps.vault)).tasks).toHaveLength(2);
	});

	test('a move to another commune is a task, and the address follows', async () => {
		const address = { street: 'Rue Haute', number: '1', box: null, postcode: '1000' };
		await takeIn(deps, [
			first(),
			later({ commune: '21004', registration: { first: false }, person: { address } }),
		]);
		expect(await only()).toMatchObject([{ commune: '21015', person: { address } }]);
		expect((await intakeState(pool, deps.vault)).tasks).toMatchObject([
			{ kind: 'commune_changed', codes: ['21004'] },
		]);
	});

	test('an event recorded earlier brings back neither an old name nor an old address', async () => {
		await takeIn(deps, [later({ person: { familyName: 'New' } })]);
		await takeIn(deps, [event({ recordedOn: '2026-01-01', person: { familyName: 'Old' } })]);
		expect(await only()).toMatchObject([{ person: { familyName: 'New' } }]);
	});

	test('of someone who was erased brings nothing of them back', async () => {
		await takeIn(deps, [first()]);
		await pool.query('update dossier set person_key = null, person = null');
		await takeIn(deps, [later()]);
		expect(await only()).toMatchObject([{ person: null }]);
	});
});

describe('without a number', () => {
	const nameless = { person: { nationalNumber: null } };

	test.each([1, 10])(
		'the same name, birth date and commune is a possible duplicate (batches of %i)',
		async (size) => {
			const lines = [
				event(nameless),
				event({ person: { nationalNumber: null, familyName: ' HADDAD' } }),
				event({ ...nameless, commune: '21004' }),
				event({ person: { nationalNumber: null, birthDate: '1985-07-31' } }),
				event({ person: { nationalNumber: null, givenNames: 'Sami' } }),
			];
			const { possibleDuplicates, answers } = await takeIn(deps, lines, { size });
			expect(possibleDuplicates).toBe(1);
			expect(await only()).toHaveLength(5);
			const [one, two] = answers.map((each) => each.kind !== 'quarantined' && each.dossier);
			expect((await intakeState(pool, deps.vault)).tasks).toEqual([
				{ kind: 'possible_duplicate', dossier: two, other: one, codes: [] },
			]);
		},
	);

	test.each([1, 2, 10])('a dossier is compared by the name it has by then (batches of %i)', async (size) => {
		const named = (familyName: string, changes: Changes = {}) =>
			event({ ...changes, person: { familyName, ...changes.person } });
		const lines = [
			named('Alpha'),
			named('Beta', { recordedOn: '2026-03-20' }),
			named('Beta', nameless),
			named('Alpha', nameless),
		];
		const { answers } = await takeIn(deps, lines, { size });
		expect(answers.map((each) => each.kind !== 'quarantined' && each.possibleDuplicate)).toEqual([
			...[false, false, true, false],
		]);
		const [one, , three] = answers.map((each) => each.kind !== 'quarantined' && each.dossier);
		expect((await intakeState(pool, deps.vault)).tasks).toEqual([
			{ kind: 'possible_duplicate', dossier: three, other: one, codes: [] },
		]);
		// Back to the first name: the dossier that the database knows by another one is found by this one.
		const back = await takeIn(
			deps,
			[named('Alpha', { recordedOn: '2026-03-25' }), named('Beta', nameless), named('Alpha', nameless)],
			{ size },
		);
		expect(back.answers.map((each) => each.kind !== 'quarantined' && each.possibleDuplicate)).toEqual([
			...[false, true, true],
		]);
		const others = (await intakeState(pool, deps.vault)).tasks.map(({ other }) => other);
		expect(others.filter((each) => each === one)).toHaveLength(2);
	});

	test('and with one: possible; with two different ones: two people', async () => {
		const { possibleDuplicates } = await takeIn(deps, [
			event(),
			event(nameless),
			event({ person: { nationalNumber: '85473003317' } }),
		]);
		expect(possibleDuplicates).toBe(2);
		const { tasks } = await intakeState(pool, deps.vault);
		expect(tasks).toHaveLength(2);
	});
});

describe('quarantine', () => {
	test('keeps each faulty line whole, sealed and once, with its codes and number', async () => {
		const faulty = lineOf(event({ commune: '12345', recordedOn: 'x' }));
		const { answers } = await takeIn(deps, [broken, event(), faulty, faulty]);
		expect(answers).toMatchObject([
			{ kind: 'quarantined', line: 1, eventId: null, codes: ['broken_line'] },
			{ kind: 'accepted' },
			{ kind: 'quarantined', line: 3, codes: ['wrong_date', 'unknown_commune'] },
			{ kind: 'quarantined', line: 4, codes: ['wrong_date', 'unknown_commune'] },
		]);
		const { quarantine } = await intakeState(pool, deps.vault);
		expect(quarantine).toHaveLength(2);
		expect(quarantine).toContainEqual(
			expect.objectContaining({ line: Buffer.from(broken).toString('latin1'), line_number: 1 }),
		);
		expect(quarantine).toContainEqual(
			expect.objectContaining({ line: faulty, line_number: 3, corrected: false }),
		);
	});

	test('takes the same id with other content, and the order of fields is no other content', async () => {
		const one = event();
		const reordered = JSON.stringify(Object.fromEntries(Object.entries(one).reverse()), null, 1).replaceAll(
			'\n',
			' ',
		);
		const changed = { ...one, legalStaySince: '2025-01-01' };
		const { answers } = await takeIn(deps, [one, reordered, changed, one], { size: 2 });
		expect(answers).toMatchObject([
			{ kind: 'accepted' },
			{ kind: 'duplicate' },
			{ kind: 'quarantined', eventId: one.eventId, codes: ['same_id_other_content'] },
			{ kind: 'duplicate' },
		]);
		expect(await only()).toHaveLength(1);
		expect((await intakeState(pool, deps.vault)).quarantine).toMatchObject([{ corrected: false }]);
	});

	test.each([1, 10])(
		'knows when a line was corrected, whichever came first (batches of %i)',
		async (size) => {
			const good = event();
			const bad = { ...good, commune: '12345' };
			await takeIn(deps, [bad, good], { size });
			expect((await intakeState(pool, deps.vault)).quarantine).toMatchObject([{ corrected: true }]);
			await takeIn(otherDeps, [good, bad], { size });
			expect((await intakeState(other.pool, deps.vault)).quarantine).toMatchObject([{ corrected: true }]);
		},
	);

	test('forgets a corrected line ninety days later, and never one that was not', async () => {
		const good = event();
		setNow(new Date('2026-01-01T12:00:00Z'));
		await takeIn(deps, [{ ...good, commune: '12345' }, broken, good]);
		setNow(new Date('2026-03-31T12:00:00Z'));
		await takeIn(deps, []);
		expect((await intakeState(pool, deps.vault)).quarantine).toHaveLength(2);
		setNow(new Date('2026-04-02T12:00:00Z'));
		await takeIn(deps, []);
		expect((await intakeState(pool, deps.vault)).quarantine).toMatchObject([{ codes: ['broken_line'] }]);
	});
});

test('the journal holds ids and codes only', async () => {
	await takeIn(deps, [
		event(),
		event({ recordedOn: '2026-06-01' }),
		event({ registration: { first: false } }),
	]);
	const { journal } = await intakeState(pool, deps.vault);
	const entry = { dossier: expect.stringMatching(/^\w{12}$/), actor_kind: 'operator', channel: 'command' };
	expect(journal).toEqual([
		{ ...entry, action: 'proposal_made', codes: { outcome: 'obliged' } },
		{ ...entry, action: 'proposal_replaced', codes: { outcome: 'obliged' } },
		{ ...entry, action: 'event_added', codes: { outcome: 'not_concerned' } },
	]);
});
