import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { nodeArguments } from '../support/nodeArguments.ts';
import { addPeople } from '../support/people.ts';
import { seatActions } from '../support/seats.ts';

const database = await testDatabase({ connections: 5 });
const { deps, pool, url, keys } = database;
const { book, hold, join } = seatActions(deps);

type Ended = { killed: boolean; answer: { ok: boolean } | null };
/** Does it in a process of its own, which is killed before its statement number `step`. */
const killedAt = (step: number, ...asked: string[]): Promise<Ended> =>
	new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			[...nodeArguments('./killAtStep.ts'), url, keys, String(step), ...asked],
			{
				stdio: ['ignore', 'pipe', 'pipe'],
			},
		);
		let [out, err] = ['', ''];
		child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
		child.once('close', (code, signal) => {
			if (signal === null && code !== 0) reject(new Error(err));
			else
				resolve({
					killed: signal === 'SIGKILL',
					answer: out === '' ? null : (JSON.parse(out) as { ok: boolean }),
				});
		});
	});

/** Everything that tells of one person: each table's rows, and the jobs that carry their messages. */
const traces = async (dossier: string) => {
	const { rows } = await pool.query<Record<string, number>>(
		`select
			(select count(*)::int from booking where dossier = $1 and cancelled_at is null) as seats,
			(select count(*)::int from seat_hold where dossier = $1 and ended_at is null) as kept,
			(select count(*)::int from seat_event where dossier = $1) as events,
			(select count(*)::int from idempotent_answer where actor = $1) as answers,
			(select count(*)::int from journal where dossier = $1) as journal,
			(select count(*)::int from message where dossier = $1) as messages,
			(select count(*)::int from pgboss.job where name = 'send-message'
				and data->>'message' in (select id::text from message where dossier = $1)) as jobs`,
		[dossier],
	);
	return rows[0]!;
};

test('killed between any two steps of a booking: it is there whole or not at all, and never when answered is missing', async () => {
	const session = await addSession(database, { id: 'killed', seats: 1000 });
	let step = 1;
	for (let killed = true; killed; step += 1) {
		const person = `B${step}`;
		await addPeople(pool, [person]);
		await hold(person, session);
		const before = await traces(person);
		const key = randomUUID();
		const ended = await killedAt(step, 'book', person, session, key);
		killed = ended.killed;
		const after = await traces(person);
		if (ended.answer?.ok) {
			expect(after).toMatchObject({ seats: 1, kept: 0, answers: 1, events: before['events']! + 1 });
			expect(after['jobs']).toBe(after['messages']);
		} else expect([step, after]).toEqual([step, before]);
		expect(await checkSeats(deps)).toEqual([]);
		// Whoever lost the answer asks again with the same key and has one seat.
		expect(await book(person, session, key)).toMatchObject({ ok: true });
		expect((await traces(person))['seats']).toBe(1);
	}
	expect(step).toBeGreaterThan(8);
}, 600_000);

// Every third step: a process takes its time to start, and a booking above is killed at each.
test('killed in the middle of a move: one seat, the old one or the new one, and the line is served', async () => {
	const to = await addSession(database, { id: 'to', seats: 1000, weekdays: [3] });
	let step = 1;
	for (let killed = true; killed; step += 3) {
		const [person, next] = [`M${step}`, `N${step}`];
		await addPeople(pool, [person, next]);
		const from = await addSession(database, { id: `from-${step}`, seats: 1, weekdays: [2] });
		const given = await book(person, from);
		await join(next, from);
		const [before, waiting] = [await traces(person), await traces(next)];
		const booking = given.ok ? given.value.booking : '';
		const ended = await killedAt(step, 'move', person, to, randomUUID(), booking);
		killed = ended.killed;
		expect((await traces(person))['seats']).toBe(1);
		if (ended.answer?.ok) expect((await traces(next))['kept']).toBe(1);
		else expect([await traces(person), await traces(next)]).toEqual([before, waiting]);
		expect(await checkSeats(deps)).toEqual([]);
	}
	expect(step).toBeGreaterThan(15);
}, 600_000);
