import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startJobs } from '#lib/server/jobs/startJobs.ts';
import { works } from '#lib/server/jobs/works.ts';
import type { Work } from '#lib/server/jobs/works.ts';
import { keepMessagePreference } from '#lib/services/keepMessagePreference.ts';
import { messageWorld } from '../support/messageWorld.ts';
import { nodeArguments } from '../support/nodeArguments.ts';
import { acceptSms } from '../support/smsGateway.ts';

const world = await messageWorld();
const { deps, pool, url, keys, gateway, mail, actorOf, person, write, message, tries, tasks } = world;

const stops: (() => Promise<void>)[] = [];
const node = async (own: Work[] = works) => {
	const { stop } = await startJobs(url, deps, { schedules: [], works: own, everySeconds: 1 });
	stops.push(stop);
};
afterEach(async () => {
	await Promise.all(stops.splice(0).map((stop) => stop()));
	gateway.behave(acceptSms);
	gateway.received.length = 0;
	mail.received.length = 0;
});

const until = async (happened: () => Promise<boolean> | boolean) => {
	while (!(await happened())) await pause(100);
};
const is = (id: string, state: string) => async () => (await message(id))?.state === state;
const testFor = (dossier: string) => ({ dossier, kind: 'test', session: null }) as const;

test('what was announced is sent by whichever node comes first, each message once', async () => {
	const dossier = await person('fr', ['sms']);
	const ids = await Promise.all(Array.from({ length: 12 }, () => write(testFor(dossier))));
	await Promise.all([node(), node()]);
	for (const id of ids) await until(is(id, 'sent'));
	expect(gateway.received.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

/** More than go out at once, so that those behind wait for the first to give up. */
const many = 24;

test('a gateway that never answers holds up its own messages, and nobody else’s', async () => {
	gateway.behave(() => null);
	const [bySms, byMail, byPost] = [
		await person('fr', ['sms']),
		await person('fr', ['email']),
		await person('fr', ['letter']),
	];
	for (let each = 0; each < many; each++) await write(testFor(bySms));
	await node();
	await until(() => gateway.received.length > 0);
	const news = [await write(testFor(byMail)), await write(testFor(byPost))];
	for (const id of news) await until(is(id, 'sent'));
	// The others were not waited for: some have not even been tried yet.
	expect(new Set(gateway.received.map(({ id }) => id)).size).toBeLessThan(many);
	expect(mail.received.map(({ to }) => to)).toEqual([[`${byMail.toLowerCase()}@example.org`]]);
	const waiting = await pool.query(`select 1 from message where dossier = $1 and state = 'waiting'`, [bySms]);
	expect(waiting.rowCount).toBe(many);
	await pool.query(`update message set state = 'shown' where dossier = $1`, [bySms]);
});

test('what fails by one channel goes on in the queue of the next', async () => {
	gateway.behave(({ id }) => ({ status: 422, body: `{"accepted":false,"final":true,"id":"${id}"}` }));
	const id = await write(testFor(await person('fr', ['sms', 'email'])));
	await node();
	await until(is(id, 'sent'));
	expect(await tries(id)).toEqual(['sms refused', 'email accepted']);
	const { rows } = await pool.query<{ name: string; state: string }>(
		`select name, state from pgboss.job where data ->> 'message' = $1 order by created_on, id`,
		[id],
	);
	expect(rows.map(({ name }) => name)).toEqual(['send-message', 'send-sms', 'send-email']);
});

test('a channel that somebody chose meanwhile is the one it goes by', async () => {
	const dossier = await person('fr', ['sms']);
	const id = await write(testFor(dossier));
	const [routing, bySms] = works;
	await routing?.run(deps, { message: id });
	await keepMessagePreference(deps, actorOf(dossier), { channels: ['email'], phone: null, email: null });
	expect(await bySms?.run(deps, { message: id })).toMatchObject({ outcome: 'handed_on' });
	expect(gateway.received).toEqual([]);
	await node();
	await until(is(id, 'sent'));
	expect(await tries(id)).toEqual(['email accepted']);
});

test('a process killed between taking and sending loses nothing: the next one sends it, under the same id', async () => {
	const dossier = await person('fr', ['sms']);
	gateway.behave(() => null);
	const killed = spawn(process.execPath, nodeArguments('./messageNode.ts'), {
		env: { ...process.env, NODE_DATABASE: url, NODE_KEYS: keys, NODE_SMS: gateway.url },
		stdio: 'ignore',
	});
	const id = await write(testFor(dossier));
	await until(() => gateway.received.length === 1);
	const ended = new Promise((gone) => killed.once('exit', gone));
	killed.kill('SIGKILL');
	await ended;
	expect(await tries(id)).toEqual(['sms null']);
	expect(await message(id)).toMatchObject({ state: 'waiting' });

	gateway.behave(acceptSms);
	// Two minutes pass.
	await pool.query(`update pgboss.job set started_on = started_on - interval '2 min' where state = 'active'`);
	await pool.query(`update message set claimed_until = claimed_until - interval '2 min' where id = $1`, [id]);
	await node();
	await until(is(id, 'sent'));
	expect(gateway.received.map((asked) => asked.id)).toEqual([id, id]);
	expect(await tries(id)).toEqual(['sms null', 'sms accepted']);
});

test('a dead letter becomes a task about its message', async () => {
	await pool.query(`update pgboss.queue set retry_limit = 0 where name = 'send-message'`);
	const broken = works.map((work) => ({ ...work, run: () => Promise.reject(new Error('broken')) }));
	const dossier = await person('fr', ['sms']);
	const id = await write({ dossier, kind: 'line_left', session: null });
	await node(broken);
	await until(is(id, 'undelivered'));
	expect(await tasks()).toEqual([{ codes: [id, 'line_left'], dossier }]);
	expect((await pool.query(`select 1 from task where kind = 'job_failed'`)).rowCount).toBe(0);
});
