import { beforeAll, describe, expect, it } from 'vitest';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { suspendDossier } from '#lib/services/suspendDossier.ts';
import { testDatabase } from '../support/database.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
const office = 'bapa-test';

const confirm = (dossier: string, on: string, printedDeadline: string | null = null) =>
	confirmObligation(deps, operator, { dossier, on, printedDeadline });
const step = (dossier: string, name: string, on: string, at = office) =>
	recordStep(deps, operator, { dossier, step: name, on, office: at });
const suspend = (dossier: string, from: string, until: string | null = null) =>
	suspendDossier(deps, operator, { dossier, from, until });
const close = (dossier: string, on: string) => closeDossier(deps, operator, { dossier, on });
const read = async (dossier: string, actor: Actor = operator) => {
	const answer = await readDossier(deps, actor, { dossier });
	if (!answer.ok) throw new Error(answer.reason);
	return answer.value;
};
const actionsOn = async (dossier: string) => {
	const lines = await deps.store.transact((tx) => tx.journal.ofDossier(dossier, 100));
	return lines.map(({ action }) => action).filter((action) => action !== 'proposal_made');
};

beforeAll(async () => {
	setNow(new Date('2026-07-10T10:00:00Z'));
	await pool.query(
		`insert into office (id, kind, name_fr, name_nl, languages, updated_at)
			values ($1, 'reception_office', 'Bureau d’essai', 'Testbureau', '{fr}', now())`,
		[office],
	);
});

describe('confirming', () => {
	it('starts the first clock, is said in the journal, and gives the same answer again', async () => {
		const dossier = await openNewcomer(deps);
		expect(await read(dossier)).toMatchObject({ status: 'to_confirm', deadline: null, attestations: [] });
		const first = await confirm(dossier, '2026-04-01');
		expect(first).toMatchObject({
			ok: true,
			value: { status: 'running', deadline: { step: 'registration', on: '2026-10-01', source: 'estimate' } },
		});
		expect(await confirm(dossier, '2026-04-01')).toEqual(first);
		expect(await read(dossier)).toMatchObject({
			status: 'running',
			attestations: [{ kind: 'obligation', on: '2026-04-01' }],
		});
		expect((await actionsOn(dossier)).filter((action) => action === 'confirmed')).toHaveLength(1);
	});

	it('takes the printed date, also when it comes later, and refuses another one or another day', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-04-01');
		expect(await confirm(dossier, '2026-04-01', '2026-09-30')).toMatchObject({
			value: { deadline: { on: '2026-09-30', source: 'printed' } },
		});
		expect(await confirm(dossier, '2026-04-01')).toMatchObject({ value: { deadline: { on: '2026-09-30' } } });
		expect(await confirm(dossier, '2026-04-01', '2026-10-01')).toMatchObject({ reason: 'already_confirmed' });
		expect(await confirm(dossier, '2026-04-02')).toMatchObject({ reason: 'already_confirmed' });
	});

	it('gives ten confirmations at once one answer and one line in the journal', async () => {
		const dossier = await openNewcomer(deps);
		const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(dossier, '2026-04-01')));
		expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
		expect((await actionsOn(dossier)).filter((action) => action === 'confirmed')).toHaveLength(1);
	});

	it('settles a review, and refuses where there is no obligation', async () => {
		const review = await openNewcomer(deps, { nationalities: ['TUR'] });
		expect(await read(review)).toMatchObject({ status: 'review' });
		expect(await confirm(review, '2026-04-01')).toMatchObject({ value: { status: 'running' } });
		const exempt = await openNewcomer(deps, { nationalities: ['FRA'] });
		expect(await read(exempt)).toMatchObject({ status: 'exempt' });
		expect(await confirm(exempt, '2026-04-01')).toMatchObject({ reason: 'not_obliged', outcome: 'exempt' });
	});

	it.each([
		['2026-02-30', null, 'wrong_date'],
		['tomorrow', null, 'wrong_date'],
		['2026-07-11', null, 'date_in_future'],
		['2026-03-09', null, 'before_reference_date'],
		['2026-04-01', 'soon', 'wrong_printed_deadline'],
		['2026-04-01', '2026-04-01', 'printed_deadline_before_confirmation'],
	])('on %s, printed %s, is refused: %s', async (on, printed, reason) => {
		const dossier = await openNewcomer(deps);
		expect(await confirm(dossier, on, printed)).toMatchObject({ ok: false, reason });
		expect(await read(dossier)).toMatchObject({ status: 'to_confirm', confirmedOn: null });
	});

	it('refuses a dossier that does not exist', async () =>
		expect(await confirm('NOBODY', '2026-04-01')).toMatchObject({ reason: 'unknown_dossier' }));
});

describe('recording a step', () => {
	it('moves the line on and starts the second clock', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-04-01');
		const first = await step(dossier, 'registration', '2026-05-04');
		expect(first).toMatchObject({
			value: { status: 'running', deadline: { step: 'completion', on: '2027-11-04', source: 'estimate' } },
		});
		expect(await step(dossier, 'registration', '2026-05-04')).toEqual(first);
		expect(await step(dossier, 'registration', '2026-05-05')).toMatchObject({ reason: 'step_already_done' });
		expect((await read(dossier)).stops[1]).toEqual({
			step: 'registration',
			state: 'done',
			on: '2026-05-04',
			office,
		});
		await step(dossier, 'completion', '2026-07-01');
		expect(await read(dossier)).toMatchObject({ status: 'completed', deadline: null });
	});

	it('makes a voluntary follower of whoever is exempt, without a deadline', async () => {
		const dossier = await openNewcomer(deps, { nationalities: ['FRA'] });
		expect(await step(dossier, 'registration', '2026-05-04')).toMatchObject({
			value: { status: 'voluntary', deadline: null },
		});
	});

	it('refuses an office of a kind that does not do it', async () => {
		await pool.query(
			`insert into office (id, kind, name_fr, name_nl, languages, updated_at)
				select kind, kind, kind, kind, '{}', now() from unnest(array['commune', 'course_provider', 'language_house']) kind`,
		);
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-04-01');
		expect(await step(dossier, 'registration', '2026-05-04', 'commune')).toMatchObject({
			...{ reason: 'not_a_reception_office', step: 'registration', kind: 'commune' },
		});
		await step(dossier, 'registration', '2026-05-04');
		for (const name of ['welcome', 'social_assessment', 'rights_and_duties', 'citizenship', 'completion'])
			expect(await step(dossier, name, '2026-05-05', 'course_provider')).toMatchObject({
				reason: 'not_a_reception_office',
			});
		expect(await step(dossier, 'language_course', '2026-05-05', 'commune')).toMatchObject({
			reason: 'not_a_course_office',
		});
		expect(await step(dossier, 'language_course', '2026-05-05', 'language_house')).toMatchObject({
			ok: true,
		});
	});

	it('refuses what cannot be, and keeps nothing of it', async () => {
		const proposed = await openNewcomer(deps);
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-04-01');
		expect(await step('NOBODY', 'registration', '2026-05-04')).toMatchObject({ reason: 'unknown_dossier' });
		expect(await step(proposed, 'registration', '2026-05-04')).toMatchObject({ reason: 'not_confirmed' });
		expect(await step(dossier, 'dancing', '2026-05-04')).toMatchObject({ reason: 'unknown_step' });
		expect(await step(dossier, 'information', '2026-05-04')).toMatchObject({ reason: 'unknown_step' });
		expect(await step(dossier, 'registration', '2026-05-04', 'nowhere')).toMatchObject({
			reason: 'unknown_office',
		});
		expect(await step(dossier, 'registration', '2026-31-12')).toMatchObject({ reason: 'wrong_date' });
		expect(await step(dossier, 'registration', '2026-07-11')).toMatchObject({ reason: 'date_in_future' });
		expect(await step(dossier, 'registration', '2026-03-31')).toMatchObject({
			reason: 'before_confirmation',
		});
		expect(await step(dossier, 'welcome', '2026-05-04')).toMatchObject({ reason: 'not_registered' });
		await step(dossier, 'registration', '2026-05-04');
		expect(await step(dossier, 'welcome', '2026-05-03')).toMatchObject({ reason: 'before_registration' });
		await step(dossier, 'welcome', '2026-05-20');
		expect(await step(dossier, 'completion', '2026-05-19')).toMatchObject({ reason: 'before_step' });
		await step(dossier, 'completion', '2026-06-30');
		expect(await step(dossier, 'citizenship', '2026-07-01')).toMatchObject({ reason: 'after_completion' });
		expect(await step(dossier, 'citizenship', '2026-06-15')).toMatchObject({ ok: true });
		expect((await actionsOn(dossier)).filter((action) => action === 'step_recorded')).toHaveLength(4);
	});
});

describe('suspending', () => {
	it('moves the running deadline by its days, and a suspended dossier is not late', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-03-10');
		expect(await suspend(dossier, '2026-06-01', '2026-06-10')).toMatchObject({
			value: { status: 'running', deadline: { on: '2026-09-20' } },
		});
		const open = await suspend(dossier, '2026-07-01');
		expect(open).toMatchObject({ value: { status: 'suspended', deadline: { on: '2026-09-30' } } });
		expect(await suspend(dossier, '2026-07-01')).toEqual(open);
		expect(await suspend(dossier, '2026-07-05', '2026-07-08')).toMatchObject({
			reason: 'already_suspended',
			from: '2026-07-01',
		});
		setNow(new Date('2027-06-01T10:00:00Z'));
		expect(await read(dossier)).toMatchObject({ status: 'suspended', late: false });
		expect(await suspend(dossier, '2026-07-01', '2026-07-03')).toMatchObject({
			value: { status: 'running', deadline: { on: '2026-09-23' } },
		});
		expect(await read(dossier)).toMatchObject({ status: 'running', late: true, suspension: null });
		setNow(new Date('2026-07-10T10:00:00Z'));
		expect((await actionsOn(dossier)).filter((action) => action.startsWith('suspen'))).toEqual([
			'suspension_ended',
			'suspended',
			'suspended',
		]);
	});

	it('takes one stretch without an end at a time, in whatever order they are given', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-03-10');
		await suspend(dossier, '2027-03-01');
		const refused = { reason: 'already_suspended', from: '2027-03-01' };
		expect(await suspend(dossier, '2026-11-01')).toMatchObject(refused);
		expect(await suspend(dossier, '2027-04-01')).toMatchObject(refused);
		expect(await suspend(dossier, '2026-11-01', '2026-11-30')).toMatchObject({ ok: true });
		expect(await suspend(dossier, '2027-03-01', '2027-03-31')).toMatchObject({ ok: true });
		expect(await suspend(dossier, '2027-01-01')).toMatchObject({ ok: true });
	});

	it('leaves a date printed later alone, and moves it by what comes after', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-03-10');
		await suspend(dossier, '2026-04-01', '2026-04-10');
		const printed = { deadline: { on: '2026-10-01', source: 'printed', movedBy: 0 } };
		expect(await confirm(dossier, '2026-03-10', '2026-10-01')).toMatchObject({ value: printed });
		expect(await read(dossier)).toMatchObject(printed);
		expect(await suspend(dossier, '2026-04-06', '2026-04-15')).toMatchObject({
			value: { deadline: { on: '2026-10-06', source: 'estimate', movedBy: 5 } },
		});
	});

	it('keeps the end that was recorded', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-03-10');
		const first = await suspend(dossier, '2026-06-01', '2026-06-10');
		const refused = { reason: 'suspended_until_other_day', from: '2026-06-01', until: '2026-06-10' };
		expect(await suspend(dossier, '2026-06-01', '2026-06-20')).toMatchObject(refused);
		expect(await suspend(dossier, '2026-06-01')).toMatchObject(refused);
		expect(await suspend(dossier, '2026-06-01', '2026-06-10')).toEqual(first);
	});

	it('refuses impossible days, and a dossier in which nothing runs', async () => {
		const dossier = await openNewcomer(deps);
		expect(await suspend(dossier, '2026-06-01')).toMatchObject({ reason: 'not_started' });
		await confirm(dossier, '2026-04-01');
		expect(await suspend(dossier, '2026-06-31')).toMatchObject({ reason: 'wrong_date' });
		expect(await suspend(dossier, '2026-06-02', '2026-06-01')).toMatchObject({ reason: 'until_before_from' });
		expect(await suspend(dossier, '2026-03-31')).toMatchObject({ reason: 'before_start' });
		expect(await suspend('NOBODY', '2026-06-01')).toMatchObject({ reason: 'unknown_dossier' });
	});
});

describe('closing', () => {
	it('ends the dossier once, on one day, after everything that is known', async () => {
		const dossier = await openNewcomer(deps);
		await confirm(dossier, '2026-04-01');
		await step(dossier, 'registration', '2026-05-04');
		expect(await close(dossier, '2026-07-11')).toMatchObject({ reason: 'date_in_future' });
		expect(await close(dossier, '2026-03-31')).toMatchObject({ reason: 'before_confirmation' });
		expect(await close(dossier, '2026-05-03')).toMatchObject({ reason: 'before_step' });
		const first = await close(dossier, '2026-07-01');
		expect(first).toMatchObject({ value: { status: 'closed', closedOn: '2026-07-01' } });
		expect(await close(dossier, '2026-07-01')).toEqual(first);
		expect(await close(dossier, '2026-07-02')).toMatchObject({ reason: 'already_closed' });
		expect(await step(dossier, 'welcome', '2026-06-01')).toMatchObject({ reason: 'dossier_closed' });
		expect(await suspend(dossier, '2026-06-01')).toMatchObject({ reason: 'dossier_closed' });
		const other = await openNewcomer(deps);
		await close(other, '2026-07-01');
		expect(await confirm(other, '2026-04-01')).toMatchObject({ reason: 'dossier_closed' });
	});
});

describe('looking at a dossier', () => {
	const newcomer = (id: string): Actor => ({ kind: 'newcomer', id, channel: 'web', device: null });

	it('is said in the journal, except when it is the person’s own', async () => {
		const dossier = await openNewcomer(deps);
		await read(dossier, newcomer(dossier));
		expect(await actionsOn(dossier)).not.toContain('looked');
		await read(dossier, { kind: 'commune', id: '21015', channel: 'desk', device: null });
		expect((await actionsOn(dossier)).filter((action) => action === 'looked')).toHaveLength(1);
	});

	it('is not for other newcomers, nor for anybody who is not signed in', async () => {
		const [mine, other] = [await openNewcomer(deps), await openNewcomer(deps)];
		const anonymous: Actor = { kind: 'anonymous', id: null, channel: 'web', device: null };
		for (const actor of [newcomer(other), anonymous])
			expect(await readDossier(deps, actor, { dossier: mine })).toMatchObject({ reason: 'unknown_dossier' });
	});
});

describe('the commands', () => {
	const json = async (...args: string[]) => {
		const run = await runCommand(database, ...args, '--json');
		expect(run).toMatchObject({ exit: 0, err: '' });
		return JSON.parse(run.out) as Record<string, unknown>;
	};

	it('confirm, record, suspend, close and read, as JSON', async () => {
		const dossier = await openNewcomer(deps);
		expect(await json('confirm', dossier, '--on', '2026-03-11', '--printed-deadline', '2026-09-10')).toEqual({
			dossier,
			status: 'running',
			confirmedOn: '2026-03-11',
			deadlines: [{ step: 'registration', on: '2026-09-10', source: 'printed' }],
		});
		expect(
			await json('step', dossier, 'registration', '--on', '2026-03-12', '--office', office),
		).toMatchObject({ deadlines: [{ step: 'completion', on: '2027-09-12', source: 'estimate' }] });
		expect(await json('suspend', dossier, '--from', '2026-03-13', '--until', '2026-03-14')).toMatchObject({
			deadlines: [{ on: '2027-09-14' }],
		});
		expect(await json('dossier', dossier)).toMatchObject({
			dossier,
			decision: { outcome: 'obliged', reasons: [], confirmed: true },
			deadlines: [{ step: 'completion', on: '2027-09-14', source: 'estimate' }],
			bookings: [],
			waitingEntries: [],
			attestations: [
				{ kind: 'obligation', on: '2026-03-11' },
				{ kind: 'registration', on: '2026-03-12' },
			],
		});
		expect(await json('close', dossier, '--on', '2026-03-20')).toMatchObject({ status: 'closed' });
		expect(await actionsOn(dossier)).toEqual([
			...['closed', 'looked', 'suspended', 'attestation_issued', 'step_recorded', 'attestation_issued'],
			'confirmed',
		]);
	});

	it('say in a sentence why they refuse, and how they are used', async () => {
		const dossier = await openNewcomer(deps);
		const refused = await runCommand(
			database,
			'step',
			dossier,
			'welcome',
			'--on',
			'2026-03-12',
			'--office',
			office,
		);
		expect(refused).toEqual({
			exit: 1,
			out: '',
			err: 'The commune has not confirmed the obligation yet. Confirm it first: confirm DOSSIER --on DATE.\n',
		});
		expect(await runCommand(database, 'confirm', '--help')).toMatchObject({
			...{ exit: 0, err: '' },
			out: expect.stringMatching(/^usage: npm run --silent halte -- confirm DOSSIER --on DATE/),
		});
		const misused = await runCommand(database, 'confirm', dossier);
		expect(misused).toMatchObject({ exit: 2, out: '' });
		expect(misused.err).toContain('usage: npm run --silent halte -- confirm DOSSIER --on DATE');
		expect(await runCommand(database, 'confirm', dossier, '--on', '2026-13-01')).toMatchObject({
			...{ exit: 2, out: '' },
			err: expect.stringMatching(/^--on should be a date .* 2026-03-14; "2026-13-01" is none\.\nusage: /),
		});
		expect(await runCommand(database, 'callbacks', 'sing')).toMatchObject({
			...{ exit: 2, out: '' },
			err: expect.stringMatching(
				/^"sing" is not understood here.*\nusage: npm run --silent halte -- callbacks/,
			),
		});
		for (const unknown of ['sing', 'constructor']) {
			const { exit, out, err } = await runCommand(database, unknown);
			expect({ exit, out }).toEqual({ exit: 2, out: '' });
			expect(
				err.startsWith(`There is no command "${unknown}".\nusage: npm run --silent halte -- <command>`),
			).toBe(true);
		}
	});
});
