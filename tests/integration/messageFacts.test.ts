import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demonstrationOffer } from '#lib/demonstration/offer.ts';
import { messageWords } from '#lib/i18n/messageWords.ts';
import { showMessage } from '#lib/server/presenters/messages.ts';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { exportDossier } from '#lib/services/exportDossier.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { keepNeeds } from '#lib/services/needs.ts';
import { postLetters } from '#lib/services/postLetters.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { viewMessages } from '#lib/services/viewMessages.ts';
import { messageWorld } from '../support/messageWorld.ts';
import { addOffice } from '../support/offer.ts';
import { runCommand } from '../support/runCommand.ts';

const world = await messageWorld();
const { deps, pool, gateway, mail, push, actorOf, setNow, person, send, message, tries } = world;

const now = new Date('2027-01-04T10:00:00Z');
const plain = {
	...demonstrationOffer('2026-12-01')[0]!,
	...{ kind: 'rights_and_duties', course_language: 'fr', level: '', hours: '10', spoken_languages: 'fr;ar' },
	...{ seats: '1', counter_reserve: '0', starts_on: '2027-01-11', weekdays: '1', meetings: '4' },
	...{ start_time: '09:00', end_time: '12:00', place: 'Rue A 1, 1030 Schaerbeek' },
	...{ childcare: 'yes', step_free: 'yes', teacher_gender: 'female' },
};
await addOffice(pool, plain.office);
type Cells = typeof plain & { called_off: string };
const takeIn = async (session: string, changes: Partial<Cells> = {}) => {
	const cells = { ...plain, course: `${session}-course`, session, ...changes };
	expect((await takeInOffer(deps, operator, [{ row: 2, cells }])).value.refused).toEqual([]);
};

beforeEach(() => setNow(now));
afterEach(() => {
	for (const list of [gateway.received, mail.received, push.received]) list.length = 0;
});

const mayBook = (dossier: string) =>
	pool.query(`update dossier set outcome = 'obliged', confirmed_on = '2026-12-01' where id = $1`, [dossier]);
const seated = async (session: string, by: Parameters<typeof person>[1] = ['sms']) => {
	const dossier = await person('fr', by);
	await mayBook(dossier);
	const seat = await bookSeat(deps, actorOf(dossier), { dossier, session, key: randomUUID() });
	if (!seat.ok) throw new Error(seat.reason);
	return dossier;
};
const waiting = async (session: string) => {
	const dossier = await person('fr', ['sms']);
	await mayBook(dossier);
	expect((await joinWaitingList(deps, actorOf(dossier), { dossier, session })).ok).toBe(true);
	return dossier;
};
const newest = async (dossier: string, kind: string) => {
	const { rows } = await pool.query<{ id: string }>(
		'select id from message where dossier = $1 and kind = $2 order by written_at desc, id desc limit 1',
		[dossier, kind],
	);
	return rows[0]?.id ?? '';
};
/** What the person reads on their page that Halte wrote, as one text. */
const read = async (dossier: string, id: string) => {
	const seen = await viewMessages(deps, actorOf(dossier));
	const found = seen.ok && seen.value.messages.find((each) => each.id === id);
	if (!found) throw new Error('not shown');
	const { title, course, facts, next } = messageWords(showMessage(found), 'fr');
	return [title, course, ...facts, next].join(' ').replace(/[\u2066-\u2069]/g, '');
};

const plainly = (text: string) => text.replace(/[.\s]+/g, ' ').trim();

test.each([
	['sent by SMS', ['sms']],
	['only shown in Halte', []],
] as const)(
	'what was written stays as it was written, also when the course changes later: %s',
	async (_, by) => {
		const session = `S-${randomUUID()}`;
		await takeIn(session);
		const dossier = await seated(session, [...by]);
		const id = await newest(dossier, 'booked');
		await send(id);
		const before = await read(dossier, id);
		expect(before).toContain('de 09:00 à 12:00');
		expect(before).toContain('Rue A 1');
		if (by.length > 0) expect(plainly(gateway.received[0]?.text ?? '')).toContain(plainly(before));

		await takeIn(session, { start_time: '10:00', end_time: '13:00', place: 'Rue Z 9', weekdays: '2' });
		await pool.query(`update course set kind = 'citizenship' where id = $1`, [`${session}-course`]);
		expect(await read(dossier, id)).toBe(before);
		// The news of the change says what it is now.
		const change = await newest(dossier, 'session_changed');
		expect(await read(dossier, change)).toMatch(/de 10:00 à 13:00.*Rue Z 9/);
		await send(change);
		expect(await read(dossier, change)).toMatch(/de 10:00 à 13:00.*Rue Z 9/);
	},
);

test('an offer of which was said until when it held still says so when it is over', async () => {
	const session = `S-${randomUUID()}`;
	await takeIn(session);
	await seated(session);
	const dossier = await waiting(session);
	await takeIn(session, { seats: '2' });
	const id = await newest(dossier, 'seat_offered');
	await send(id);
	const before = await read(dossier, id);
	expect(before).toMatch(/gardée jusqu’au \p{L}+ \d+ janvier 2027/u);
	await pool.query('update seat_hold set ended_at = now() where dossier = $1', [dossier]);
	expect(await read(dossier, id)).toBe(before);
});

test('what was written is sealed, handed out to the person, and gone with their key', async () => {
	const session = `S-${randomUUID()}`;
	await takeIn(session);
	const dossier = await seated(session);
	const id = await newest(dossier, 'booked');
	await send(id);
	const { rows } = await pool.query<{ facts: Buffer }>('select facts from message where id = $1', [id]);
	expect(rows[0]?.facts.toString('latin1')).not.toContain('Rue A');
	const exported = async () => {
		const out = await exportDossier(deps, operator, { dossier });
		return out.ok ? out.value.held.messages.find((each) => each['id'] === id)?.['facts'] : undefined;
	};
	expect(await exported()).toMatchObject({
		session: { place: 'Rue A 1, 1030 Schaerbeek', startTime: '09:00' },
		course: { kind: 'rights_and_duties' },
	});
	await pool.query('update dossier set person_key = null, person = null where id = $1', [dossier]);
	expect(await exported()).toBeNull();
});

test('people in line are told of the line, and not of a course of theirs', async () => {
	const session = `S-${randomUUID()}`;
	await takeIn(session);
	const [booked, inLine] = [await seated(session), await waiting(session)];
	await takeIn(session, { place: 'Rue Z 9' });
	for (const dossier of [booked, inLine]) await send(await newest(dossier, 'session_changed'));
	const [toBooked, toLine] = gateway.received.map(({ text }) => text);
	expect(toBooked).toMatch(/Votre cours change/);
	expect(toLine).toMatch(/Le cours que vous attendez change.*liste d’attente/);
	expect(toLine).not.toMatch(/Votre cours/);
	gateway.received.length = 0;

	await takeIn(session, { called_off: 'yes' });
	for (const dossier of [booked, inLine]) await send(await newest(dossier, 'session_called_off'));
	expect(gateway.received[0]?.text).toMatch(/Votre cours n’a pas lieu/);
	expect(gateway.received[1]?.text).toMatch(/Le cours que vous attendez n’a pas lieu/);
	expect(gateway.received[1]?.text).not.toMatch(/Votre cours|Ne venez pas/);
	expect(await read(inLine, await newest(inLine, 'session_called_off'))).toMatch(/que vous attendez/);
});

test('that something somebody needs is no longer sure goes out without saying what, and not once it is back', async () => {
	const session = `S-${randomUUID()}`;
	await takeIn(session);
	const dossier = await seated(session);
	const needs = { codes: ['childcare' as const], interpreterLanguage: null, signLanguage: null };
	expect((await keepNeeds(deps, actorOf(dossier), { dossier, needs })).ok).toBe(true);
	await takeIn(session, { childcare: 'no' });
	const first = await newest(dossier, 'needs_unsure');
	await takeIn(session);
	await send(first);
	expect(await message(first)).toMatchObject({ state: 'dropped', reason: 'met_again' });
	expect(await tries(first)).toEqual([]);

	setNow(new Date(now.getTime() + 60_000));
	await takeIn(session, { childcare: 'no' });
	const second = await newest(dossier, 'needs_unsure');
	expect(second).not.toBe(first);
	await send(second);
	expect(await message(second)).toMatchObject({ state: 'sent', channel: 'sms' });
	const text = gateway.received[0]?.text ?? '';
	expect(text).toMatch(/vous avez besoin n’est plus sûr.*changer de groupe ou téléphoner/);
	expect(text).not.toMatch(/garde d’enfants/);
	expect(await read(dossier, second)).not.toMatch(/garde d’enfants/);
});

test('a letter goes by post until somebody says that it was posted', async () => {
	const session = `S-${randomUUID()}`;
	await takeIn(session);
	const dossier = await seated(session, ['letter']);
	const id = await newest(dossier, 'booked');
	await send(id);
	const shown = async () => {
		const seen = await viewMessages(deps, actorOf(dossier));
		return seen.ok ? showMessage(seen.value.messages.find((each) => each.id === id)!) : null;
	};
	expect(await shown()).toMatchObject({ state: 'sent', channel: 'letter', posted: false });
	expect(await postLetters(deps, operator, { day: '2027-01-05' })).toMatchObject({ value: { posted: 0 } });
	expect(await shown()).toMatchObject({ posted: false });
	const run = await runCommand(world, 'messages', 'posted', '2027-01-04', '--json');
	expect(JSON.parse(run.out)).toEqual({ day: '2027-01-04', posted: 1 });
	expect(await shown()).toMatchObject({ posted: true });
	expect(await postLetters(deps, operator, { day: '2027-01-04' })).toMatchObject({ value: { posted: 0 } });
	expect(await runCommand(world, 'messages', 'posted', 'yesterday')).toMatchObject({ exit: 1 });
});
