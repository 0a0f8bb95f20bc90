import ICAL from 'ical.js';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { createChannels } from '#lib/server/channels/channels.ts';
import { sendSms } from '#lib/server/channels/sms.ts';
import { operator, system } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { declineOffer } from '#lib/services/declineOffer.ts';
import { giveUpMessage } from '#lib/services/giveUpMessage.ts';
import { addBrowser, keepMessagePreference } from '#lib/services/keepMessagePreference.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { retakeMessages } from '#lib/services/retakeMessages.ts';
import { suspendDossier } from '#lib/services/suspendDossier.ts';
import { listUndelivered, tellMessage } from '#lib/services/undeliveredMessages.ts';
import { messageWorld } from '../support/messageWorld.ts';
import { addSession } from '../support/offer.ts';
import { runCommand } from '../support/runCommand.ts';
import { acceptSms } from '../support/smsGateway.ts';

const world = await messageWorld();
const { deps, pool, gateway, mail, push, folder, settings, actorOf, setNow } = world;
const { person, write, send, message, tries, tasks } = world;

const now = new Date('2027-01-08T10:00:00Z');
const later = (minutes: number) => setNow(new Date(now.getTime() + minutes * 60_000));
const session = await addSession(world, { place: 'Rue de la Démonstration 1, 1000 Bruxelles', seats: 100 });

beforeEach(() => setNow(now));
afterEach(async () => {
	gateway.behave(acceptSms);
	mail.refuse(null);
	push.answerWith(201);
	for (const list of [gateway.received, gateway.headers, mail.received, push.received]) list.length = 0;
	await pool.query(`update task set done_at = now()`);
});

const book = async (dossier: string, key: string = crypto.randomUUID()) => {
	await pool.query(
		`update dossier set outcome = 'obliged', confirmed_on = '2026-12-01', closed_on = null where id = $1`,
		[dossier],
	);
	const booked = await bookSeat(deps, actorOf(dossier), { dossier, session, key });
	if (!booked.ok) throw new Error(booked.reason);
	return booked.value.booking;
};
const sentTo = (dossier: string) => ({ dossier, kind: 'test', session: null }) as const;

describe('what arrives', () => {
	const scripts: Record<string, RegExp> = {
		ar: /\p{Script=Arabic}/u,
		fa: /\p{Script=Arabic}/u,
		ps: /\p{Script=Arabic}/u,
		ru: /\p{Script=Cyrillic}/u,
		uk: /\p{Script=Cyrillic}/u,
		ti: /\p{Script=Ethiopic}/u,
	};

	test.each(languages)('by SMS, mail and push it arrives as written in %s', async (language) => {
		await pool.query(
			`insert into office (id, kind, name_fr, name_nl, languages, phone, updated_at)
			values ('desk', 'front_desk', 'Accueil', 'Onthaal', '{}', '+3225000000', now()) on conflict do nothing`,
		);
		const dossier = await person(language, ['sms']);
		const booking = await book(dossier);
		const news = { dossier, kind: 'booked', session, booking } as const;
		const bySms = await write(news);
		expect(await send(bySms)).toMatchObject({ ok: true, value: { outcome: 'sent', channel: 'sms' } });
		const [sms] = gateway.received;
		expect(sms).toMatchObject({ id: bySms, to: '+32470123456' });
		expect(gateway.headers[0]).toMatchObject({
			'idempotency-key': bySms,
			authorization: 'Bearer secret',
		});
		const text = sms?.text ?? '';
		if (scripts[language]) {
			expect(text).toMatch(scripts[language]);
			expect(sms?.encoding).toBe('ucs2');
		}
		for (const said of ['Halte', '09:00', '11:30', 'Rue de la Démonstration 1', '2027'])
			expect(text).toContain(said);
		expect(text).toContain('025000000');
		expect(text).not.toMatch(/[?\uFFFD\u2066-\u2069]{2}|https?:|undefined|\{/u);
		expect(sms?.segments).toBeLessThanOrEqual(6);

		await keepMessagePreference(deps, actorOf(dossier), { channels: ['email'], phone: null, email: null });
		const byMail = await write(news);
		expect(await send(byMail)).toMatchObject({ value: { outcome: 'sent', channel: 'email' } });
		const [letter] = mail.received;
		expect(letter?.to).toEqual([`${dossier.toLowerCase()}@example.org`]);
		expect(letter?.headers).toMatchObject({
			'message-id': `<${byMail}@halte.example>`,
			'content-language': language,
			'auto-submitted': 'auto-generated',
			from: 'Halte <halte@halte.example>',
		});
		const title = letter?.headers['subject']?.replace('Halte: ', '') ?? '-';
		expect(text).toContain(title);
		for (const part of ['text/plain', 'text/html']) {
			const body = letter?.parts[part] ?? '';
			for (const said of [title, '09:00', 'Rue de la Démonstration 1', `/${language}/bookings`])
				expect(body).toContain(said);
		}
		const calendar = new ICAL.Component(ICAL.parse(letter?.parts['text/calendar'] ?? '') as unknown[]);
		expect(calendar.getAllSubcomponents('vevent')).toHaveLength(4);
		expect(letter?.parts['text/html']).toContain(
			`<html lang="${language}" dir="${scripts[language]?.source.includes('Arabic') ? 'rtl' : 'ltr'}">`,
		);

		await addBrowser(deps, actorOf(dossier), flat(push.browser(dossier)));
		await keepMessagePreference(deps, actorOf(dossier), { channels: ['push'], phone: null, email: null });
		const byPush = await write(news);
		expect(await send(byPush)).toMatchObject({ value: { outcome: 'sent', channel: 'push' } });
		const [pushed] = push.received;
		expect(pushed?.payload).toMatchObject({
			title: `Halte: ${title}`,
			tag: byPush,
			lang: language,
			url: `/${language}/bookings`,
		});
		expect(pushed?.payload['body']).toContain('09:00');
		expect(pushed?.authorization).toMatch(/^vapid t=/);
	});

	test('a letter lies whole in the folder of its day, once, also when it is written again', async () => {
		const dossier = await person('ti', ['letter']);
		const id = await write({ dossier, kind: 'booked', session, booking: await book(dossier) });
		await send(id);
		expect(await message(id)).toMatchObject({ state: 'sent', channel: 'letter' });
		await pool.query(`update message set state = 'waiting', claimed_until = null where id = $1`, [id]);
		await send(id);
		const day = join(folder, '2027-01-08');
		expect(readdirSync(day).filter((name) => name.includes(id))).toEqual([`${id}.pdf`]);
		const pdf = readFileSync(join(day, `${id}.pdf`)).toString('latin1');
		expect(pdf.slice(0, 5)).toBe('%PDF-');
		expect(pdf).toContain('pdfuaid:part');
	});
});

const flat = ({ endpoint, keys }: ReturnType<typeof push.browser>) => ({ endpoint, ...keys });

describe('what is not sent any more', () => {
	const dropped = async (id: string, reason: string) => {
		expect(await send(id)).toMatchObject({ ok: false, reason: 'settled' });
		expect(await message(id)).toMatchObject({ state: 'dropped', reason });
		expect(await tries(id)).toEqual([]);
		expect(gateway.received).toEqual([]);
	};
	const reminded = async () => {
		const dossier = await person('fr', ['sms']);
		const booking = await book(dossier);
		const about = { dossier, session, booking, aboutOn: '2027-01-11' };
		return { dossier, booking, id: await write({ ...about, kind: 'reminder_3_days' }), about };
	};

	test('what was cancelled meanwhile', async () => {
		const { dossier, booking, id } = await reminded();
		await cancelBooking(deps, actorOf(dossier), { booking });
		await dropped(id, 'cancelled');
	});
	test('a reminder while the pathway is suspended, and anything once it is closed', async () => {
		const { dossier, id, about } = await reminded();
		const confirmation = await write({ ...about, aboutOn: null, kind: 'booked' });
		await suspendDossier(deps, operator, { dossier, from: '2027-01-01', until: null });
		await dropped(id, 'suspended');
		await closeDossier(deps, operator, { dossier, on: '2027-01-08' });
		await dropped(confirmation, 'closed');
	});
	test('a reminder of a meeting that has begun, or is on another day now', async () => {
		const first = await reminded();
		setNow(new Date('2027-01-11T08:00:00Z'));
		await dropped(first.id, 'over');
		setNow(now);
		const second = await reminded();
		await pool.query(`update session set starts_on = '2027-01-18' where id = $1`, [session]);
		await dropped(second.id, 'moved');
		await pool.query(`update session set starts_on = '2027-01-11' where id = $1`, [session]);
	});
	test('an offer says until when it holds, and is not made any more once it is over', async () => {
		const small = await addSession(world, { id: 'small', seats: 1, startTime: '18:00', endTime: '20:00' });
		const [first, next] = [await person('fr', []), await person('fr', ['sms'])];
		await pool.query(`update dossier set outcome = 'obliged', confirmed_on = '2026-12-01'`);
		const key = crypto.randomUUID();
		const booked = await bookSeat(deps, actorOf(first), { dossier: first, session: small, key });
		if (!booked.ok) throw new Error(booked.reason);
		await joinWaitingList(deps, actorOf(next), { dossier: next, session: small });
		await cancelBooking(deps, actorOf(first), { booking: booked.value.booking });
		const { rows } = await pool.query<{ id: string }>(
			`select id from message where dossier = $1 and kind = 'seat_offered'`,
			[next],
		);
		const offered = rows[0]?.id ?? '';
		await send(offered);
		expect(gateway.received[0]?.text).toMatch(/gardée jusqu’au \p{L}+ \d+ janvier 2027, \d\d:\d\d/u);
		gateway.received.length = 0;
		await pool.query('delete from message_attempt where message = $1', [offered]);
		await pool.query(`update message set state = 'waiting' where id = $1`, [offered]);
		await declineOffer(deps, actorOf(next), { dossier: next, session: small });
		await dropped(offered, 'offer_over');
	});
	test('anything to somebody who was erased', async () => {
		const dossier = await person('fr', ['sms']);
		const id = await write(sentTo(dossier));
		await pool.query('update dossier set person_key = null, person = null where id = $1', [dossier]);
		await dropped(id, 'erased');
	});
});

describe('who chose what', () => {
	test('who looks themselves, and who never said, find it in Halte', async () => {
		for (const [channels, reason] of [
			[[], 'looks_themselves'],
			[null, 'nothing_chosen'],
		] as const) {
			const id = await write(sentTo(await person('fr', channels && [...channels])));
			expect(await send(id)).toMatchObject({ reason: 'settled' });
			expect(await message(id)).toMatchObject({ state: 'shown', reason });
		}
		expect(await tasks()).toEqual([]);
	});
	test('news that cannot wait goes by letter to who never said', async () => {
		setNow(new Date('2027-01-04T10:00:00Z'));
		const id = await write({ dossier: await person('ru', null), kind: 'session_called_off', session });
		await send(id);
		expect(await message(id)).toMatchObject({ state: 'sent', channel: 'letter' });
	});
	test('what the post would bring too late goes by the next way, or is a task for a person who rings', async () => {
		const late = { kind: 'session_called_off', session } as const;
		const [rung, mailed, never] = [
			await person('fr', ['letter']),
			await person('fr', ['letter', 'email']),
			await person('fr', null),
		];
		for (const dossier of [rung, never]) {
			const id = await write({ dossier, ...late });
			expect(await send(id)).toMatchObject({ reason: 'settled' });
			expect(await message(id)).toMatchObject({ state: 'undelivered' });
			expect(await tries(id)).toEqual(['letter too_late']);
			expect((await tasks()).map((task) => task.dossier)).toContain(dossier);
			expect(readdirSync(folder, { recursive: true }).join()).not.toContain(id);
		}
		const id = await write({ dossier: mailed, ...late });
		await send(id);
		expect(await tries(id)).toEqual(['letter too_late', 'email accepted']);
	});
	test('a reminder of the day before is not left to the post, and a confirmation is', async () => {
		setNow(new Date('2027-01-10T10:00:00Z'));
		const dossier = await person('fr', ['letter']);
		const booking = await book(dossier);
		const about = { dossier, session, booking };
		const reminder = await write({ ...about, kind: 'reminder_1_day', aboutOn: '2027-01-11' });
		await send(reminder);
		expect(await message(reminder)).toMatchObject({ state: 'undelivered' });
		const confirmation = await write({ ...about, kind: 'booked' });
		await send(confirmation);
		expect(await message(confirmation)).toMatchObject({ state: 'sent', channel: 'letter' });
	});
	test('channels that are off here are passed over', async () => {
		const id = await write(sentTo(await person('fr', ['sms', 'email'])));
		await send(id, { ...deps, channels: createChannels({ ...settings, sms: null }) });
		expect(await message(id)).toMatchObject({ state: 'sent', channel: 'email' });
	});
});

describe('an SMS gateway that fails', () => {
	const html = '<html>OK</html>';
	test.each([
		['is down', () => ({ status: 503, body: '' })],
		['says yes with a page', () => ({ headers: { 'Content-Type': 'text/html' }, body: html })],
		['leads elsewhere', () => ({ status: 302, headers: { Location: gateway.url }, body: '' })],
		['accepts another message', () => ({ body: '{"accepted":true,"id":"other"}' })],
		['accepts with a fault', ({ id }) => ({ status: 500, body: `{"accepted":true,"id":"${id}"}` })],
		['says no', ({ id }) => ({ body: `{"accepted":false,"id":"${id}"}` })],
		['accepts in words', ({ id }) => ({ body: `{"accepted":"yes","id":"${id}"}` })],
		['talks nonsense', () => ({ body: 'true' })],
		['talks without end', () => ({ body: 'x'.repeat(1_000_000) })],
	] as [string, Parameters<typeof gateway.behave>[0]][])('%s: it is tried again', async (_, how) => {
		gateway.behave(how);
		const id = await write(sentTo(await person('fr', ['sms'])));
		expect(await send(id)).toMatchObject({ value: { outcome: 'again' } });
		expect(await message(id)).toMatchObject({ state: 'waiting', due_at: new Date(now.getTime() + 60_000) });
		gateway.behave(acceptSms);
		await send(id);
		expect(await message(id)).toMatchObject({ state: 'sent', channel: 'sms' });
		expect(new Set(gateway.received.map((asked) => asked.id))).toEqual(new Set([id]));
	});

	test('is slow: nobody waits for it, and it is tried again', async () => {
		gateway.behave(() => null);
		const notice = {
			...({ id: crypto.randomUUID(), kind: 'test', language: 'fr', course: null, session: null } as const),
			...{ booking: null, office: null, aboutOn: null, codes: {}, writtenAt: now, frontDesk: null },
		};
		const to = { channel: 'sms', number: '+32470123456' } as const;
		expect(await sendSms(settings.sms, to, notice, { timeoutMs: 200 })).toEqual({
			...{ outcome: 'later', reason: 'too_slow' },
		});
		const nowhere = { url: 'http://127.0.0.1:9/send', token: null };
		expect(await sendSms(nowhere, to, notice)).toEqual({ outcome: 'later', reason: 'not_reached' });
	});

	test('refuses for good: the next channel gets it at once', async () => {
		gateway.behave(({ id }) => ({ status: 422, body: `{"accepted":false,"final":true,"id":"${id}"}` }));
		const id = await write(sentTo(await person('fr', ['sms', 'email'])));
		expect(await send(id)).toMatchObject({ value: { outcome: 'again', channel: 'sms' } });
		expect(await message(id)).toMatchObject({ due_at: now });
		expect(await send(id)).toMatchObject({ value: { outcome: 'sent', channel: 'email' } });
		expect(await tries(id)).toEqual(['sms refused', 'email accepted']);
	});
});

test('each channel is tried four times, ever later, then the next; what fails everywhere is a task until somebody told it', async () => {
	gateway.behave(() => ({ status: 503, body: '' }));
	mail.refuse({ at: 'data', code: 451 });
	const dossier = await person('fr', ['sms', 'email']);
	const id = await write({ dossier, kind: 'booked', session, booking: await book(dossier) });
	let minutes = 0;
	for (const wait of [1, 5, 30, 0, 1, 5, 30]) {
		expect(await send(id)).toMatchObject({ value: { outcome: 'again' } });
		minutes += wait;
		expect((await message(id))?.due_at).toEqual(new Date(now.getTime() + minutes * 60_000));
		later(minutes);
	}
	expect(await send(id)).toMatchObject({ value: { outcome: 'undelivered' } });
	expect(await tries(id)).toEqual([
		...Array<string>(4).fill('sms gateway_failed'),
		...Array<string>(4).fill('email smtp_451'),
	]);
	expect(await tasks()).toEqual([{ codes: [id, 'booked'], dossier }]);
	// Other tests have left tasks of their own.
	const listed = (await listUndelivered(deps, operator)).value.filter((each) => each.id === id);
	expect(listed).toMatchObject([{ id, dossier, kind: 'booked', tried: ['sms', 'email'] }]);
	expect(await tellMessage(deps, operator, { message: id })).toMatchObject({ ok: true });
	expect(await tellMessage(deps, operator, { message: id })).toMatchObject({ reason: 'unknown_message' });
	expect(await message(id)).toMatchObject({ state: 'told' });
	expect(await tasks()).toEqual([]);
});

describe('other ends that fail', () => {
	test('an address that its server refuses is not tried again', async () => {
		mail.refuse({ at: 'recipient', code: 550 });
		const id = await write(sentTo(await person('fr', ['email', 'sms'])));
		await send(id);
		await send(id);
		expect(await tries(id)).toEqual(['email refused', 'sms accepted']);
	});
	test('a server for which we are too many is', async () => {
		mail.refuse({ at: 'recipient', code: 450 });
		const id = await write(sentTo(await person('fr', ['email'])));
		await send(id);
		mail.refuse(null);
		await send(id);
		expect(await tries(id)).toEqual(['email smtp_450', 'email accepted']);
	});
	test('a browser that is gone is forgotten, and the others still get it', async () => {
		const dossier = await person('fr', null);
		await addBrowser(deps, actorOf(dossier), flat(push.browser('old')));
		await addBrowser(deps, actorOf(dossier), flat(push.browser('new')));
		push.forget('old');
		const id = await write(sentTo(dossier));
		await send(id);
		expect(push.received.map(({ browser }) => browser)).toEqual(['new']);
		const left = await pool.query('select 1 from push_subscription where dossier = $1', [dossier]);
		expect(left.rowCount).toBe(1);
		push.forget('new');
		const next = await write(sentTo(dossier));
		await send(next);
		expect(await message(next)).toMatchObject({ state: 'undelivered' });
		expect((await pool.query('select 1 from push_subscription where dossier = $1', [dossier])).rowCount).toBe(
			0,
		);
	});
	test('a folder that cannot be written to is tried again', async () => {
		writeFileSync(join(folder, 'file'), '');
		const letters = { ...settings.letters, folder: join(folder, 'file') };
		const id = await write(sentTo(await person('fr', ['letter'])));
		await send(id, { ...deps, channels: createChannels({ ...settings, letters }) });
		expect(await tries(id)).toEqual(['letter not_writable']);
		expect(await message(id)).toMatchObject({ state: 'waiting' });
	});
});

describe('once, and at least once', () => {
	test('ten workers at once send one message', async () => {
		const id = await write(sentTo(await person('fr', ['sms'])));
		const sent = await Promise.all(Array.from({ length: 10 }, () => send(id)));
		expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
		expect(gateway.received).toHaveLength(1);
	});
	test('who was killed while sending is followed by another, under the same id', async () => {
		const id = await write(sentTo(await person('fr', ['sms'])));
		const killed = { ...deps.channels, deliver: () => Promise.reject(new Error('killed')) };
		await expect(send(id, { ...deps, channels: killed })).rejects.toThrow('killed');
		expect(await send(id)).toMatchObject({ reason: 'under_way' });
		later(1);
		expect(await send(id)).toMatchObject({ value: { outcome: 'sent' } });
		expect(await tries(id)).toEqual(['sms null', 'sms accepted']);
	});
	test('a message whose job was lost is found again', async () => {
		const id = await write(sentTo(await person('fr', ['sms'])));
		await pool.query('delete from pgboss.job');
		// Those of the other tests are not looked for.
		await pool.query(`update message set state = 'shown' where state = 'waiting' and id <> $1`, [id]);
		later(9);
		expect((await retakeMessages(deps, system)).value).toEqual({ retaken: 0 });
		later(11);
		expect((await retakeMessages(deps, system)).value).toEqual({ retaken: 1 });
		const { rows } = await pool.query<{ data: unknown }>(
			`select data from pgboss.job where name = 'send-message'`,
		);
		expect(rows).toEqual([{ data: { message: id } }]);
		await send(id);
	});
	test('a job that failed to its end leaves a task about its message', async () => {
		const dossier = await person('fr', ['sms']);
		const id = await write({ dossier, kind: 'line_joined', session });
		await giveUpMessage(deps, id);
		expect(await message(id)).toMatchObject({ state: 'undelivered', reason: 'job_failed' });
		expect(await tasks()).toEqual([{ codes: [id, 'line_joined'], dossier }]);
		const listed = await runCommand(world, 'messages', 'list', '--json');
		expect(JSON.parse(listed.out)).toContainEqual(
			expect.objectContaining({ message: id, dossier, kind: 'line_joined', tried: [] }),
		);
		expect(listed.out).not.toContain('+32470123456');
		expect(await runCommand(world, 'messages', 'told', id)).toMatchObject({ exit: 0 });
		expect(await runCommand(world, 'messages', 'told', id)).toMatchObject({ exit: 1 });
		expect(await runCommand(world, 'messages', 'told')).toMatchObject({ exit: 2 });
		expect(await tasks()).toEqual([]);
	});
});
