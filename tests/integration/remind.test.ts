import { beforeEach, expect, test } from 'vitest';
import type { MessageChannel } from '#lib/domain/message.ts';
import { operator, system } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { remind } from '#lib/services/remind.ts';
import { suspendDossier } from '#lib/services/suspendDossier.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
const people = ['P1', 'P2', 'P3', 'P4', 'P5'];
await addPeople(pool, people);
// The first meeting is on a Monday, 11 January 2027.
const session = await addSession(database, { seats: 50 });

const at = (moment: string) => setNow(new Date(moment));
const book = async (dossier: string) => {
	const actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null } as const;
	const booked = await bookSeat(deps, actor, { dossier, session, key: crypto.randomUUID() });
	if (!booked.ok) throw new Error(booked.reason);
	return { cancel: () => cancelBooking(deps, actor, { booking: booked.value.booking }) };
};
const written = async () => {
	const { rows } = await pool.query<{ dossier: string; kind: string; on: string }>(
		`select dossier, kind, about_on::text as on from message where about_on is not null
		order by written_at, dossier`,
	);
	return rows.map(({ dossier, kind, on }) => `${dossier} ${kind} ${on}`);
};
const remindAt = async (moment: string) => {
	at(moment);
	return (await remind(deps, system)).value.reminded;
};

beforeEach(async () => {
	await pool.query(`delete from message; delete from booking; update dossier set closed_on = null`);
	at('2026-12-20T10:00:00Z');
});

test('three days and one day before, each once, however often it is looked', async () => {
	await book('P1');
	expect(await remindAt('2027-01-07T10:00:00Z')).toBe(0);
	expect(await remindAt('2027-01-08T10:00:00Z')).toBe(1);
	expect(await remindAt('2027-01-08T11:00:00Z')).toBe(0);
	expect(await remindAt('2027-01-09T10:00:00Z')).toBe(0);
	at('2027-01-10T10:00:00Z');
	const both = await Promise.all([remind(deps, system), remind(deps, system)]);
	// Whichever of the two was first.
	expect(both.map(({ value }) => value.reminded).toSorted()).toEqual([0, 1]);
	expect(await remindAt('2027-01-11T06:00:00Z')).toBe(0);
	expect(await written()).toEqual(['P1 reminder_3_days 2027-01-11', 'P1 reminder_1_day 2027-01-11']);
});

test('a day on which Halte was off is made up for', async () => {
	await book('P1');
	await remindAt('2027-01-09T10:00:00Z');
	expect(await written()).toEqual(['P1 reminder_3_days 2027-01-11']);
});

test('not for what was cancelled, is suspended or closed, nor for who booked since', async () => {
	const { cancel } = await book('P1');
	await cancel();
	for (const dossier of ['P2', 'P3', 'P4']) await book(dossier);
	await suspendDossier(deps, operator, { dossier: 'P2', from: '2027-01-01', until: null });
	await closeDossier(deps, operator, { dossier: 'P3', on: '2026-12-20' });
	at('2027-01-08T09:00:00Z');
	await book('P5');
	await remindAt('2027-01-08T10:00:00Z');
	expect(await written()).toEqual(['P4 reminder_3_days 2027-01-11']);
	await remindAt('2027-01-10T10:00:00Z');
	expect(await written()).toEqual([
		'P4 reminder_3_days 2027-01-11',
		'P4 reminder_1_day 2027-01-11',
		'P5 reminder_1_day 2027-01-11',
	]);
});

test('a session that moved reminds of its new day, also who was reminded of the old one', async () => {
	await book('P4');
	await remindAt('2027-01-08T10:00:00Z');
	await pool.query(`update session set starts_on = '2027-01-18' where id = $1`, [session]);
	await remindAt('2027-01-15T10:00:00Z');
	expect(await written()).toEqual(['P4 reminder_3_days 2027-01-11', 'P4 reminder_3_days 2027-01-18']);
	await pool.query(`update session set starts_on = '2027-01-11' where id = $1`, [session]);
});

test('whom only the post reaches: one letter a week before, or as long as it is there in time', async () => {
	const byPost = { ...deps, channels: { ...deps.channels, ready: ['letter', 'sms'] as const } };
	const wants = (dossier: string, channels: MessageChannel[]) =>
		deps.store.transact((tx) =>
			tx.messages.keepPreference(dossier, { channels, contact: null, changedAt: deps.now() }),
		);
	await wants('P4', ['letter']);
	await wants('P5', ['sms', 'letter']);
	for (const dossier of ['P4', 'P5']) await book(dossier);
	const remindThen = async (moment: string) => {
		at(moment);
		return (await remind(byPost, system)).value.reminded;
	};
	expect(await remindThen('2027-01-03T10:00:00Z')).toBe(0);
	expect(await remindThen('2027-01-04T10:00:00Z')).toBe(1);
	// Written on the Thursday it lies in the letter box on the Monday: too late.
	await pool.query('delete from message');
	expect(await remindThen('2027-01-07T10:00:00Z')).toBe(0);
	expect(await remindThen('2027-01-06T10:00:00Z')).toBe(1);
	expect(await written()).toEqual(['P4 reminder_3_days 2027-01-11']);
	await remindThen('2027-01-08T10:00:00Z');
	await remindThen('2027-01-10T10:00:00Z');
	expect((await written()).filter((line) => line.startsWith('P4'))).toHaveLength(1);
	expect((await written()).filter((line) => line.startsWith('P5'))).toHaveLength(2);
});
