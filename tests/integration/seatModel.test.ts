import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOf } from '#lib/domain/sessionTimes.ts';
import { system } from '#lib/services/actor.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { promote } from '#lib/services/promote.ts';
import { sweepSeats } from '#lib/services/sweepSeats.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';
import * as model from '../support/seatModel.ts';
import type { ModelSession, SeatModel } from '../support/seatModel.ts';
import { desk, newcomer, seatActions, seatsIn } from '../support/seats.ts';

const database = await testDatabase({ connections: 4 });
const { deps, pool, setNow } = database;
const actions = seatActions(deps);

const start = new Date('2026-12-01T10:00:00Z').getTime();
/** Before the reserve of any session is released and any of them begins: that has tests of its own. */
const end = new Date('2027-01-04T10:00:00Z').getTime();

/** One run: people and sessions of its own. */
type World = { model: SeatModel; people: string[] };
let worlds = 0;
const newWorld = async (): Promise<World> => {
	worlds += 1;
	const people = Array.from({ length: 7 }, (_, index) => `W${worlds}-${index}`);
	await addPeople(pool, people.slice(0, 4));
	await addPeople(pool, people.slice(4), {
		...{ outcome: 'exempt', mayFollowVoluntarily: true, confirmedOn: null },
	});
	const sessions: ModelSession[] = [];
	for (const [index, reserve] of [0, 1].entries()) {
		const id = await addSession(database, {
			...{ id: `W${worlds}-s${index}`, seats: 2, counterReserve: reserve, weekdays: [index + 1] },
		});
		const session = await deps.store.transact((tx) => tx.courses.findSession(id));
		sessions.push({
			...{ id, seats: 2, reserve, starts: startOf(session!) },
			...{ booked: new Map(), kept: new Map(), line: [] },
		});
	}
	setNow(new Date(start));
	const mustFollow = new Set(people.slice(0, 4));
	return { people, model: { now: start, sessions, mustFollow, paused: new Set() } };
};

type Answer = { ok: true } | { ok: false; reason: string };
const said = (answer: Answer): string => (answer.ok ? 'ok' : answer.reason);

const bookingOf = async (session: string, dossier: string): Promise<string> =>
	(await seatsIn(pool, session, new Date(start))).booked.find((each) => each.dossier === dossier)?.id ??
	randomUUID();

/** Both worlds are the same, and nobody has what is not there. */
const compare = async ({ model: told }: World): Promise<void> => {
	for (const session of told.sessions) {
		const now = await seatsIn(pool, session.id, new Date(told.now));
		const names = (those: { dossier: string }[]) => those.map(({ dossier }) => dossier).toSorted();
		const kept = (kind: string) =>
			[...session.kept]
				.filter(([, each]) => each.kind === kind && model.isLive(told, each))
				.map(([person]) => person)
				.toSorted();
		expect({
			booked: names(now.booked),
			held: names(now.held),
			offered: names(now.offered),
			line: now.waiting.map(({ dossier }) => dossier),
		}).toEqual({
			booked: [...session.booked.keys()].toSorted(),
			held: kept('hold'),
			offered: kept('offer'),
			line: session.line,
		});
		expect(now.booked.length + now.held.length + now.offered.length).toBeLessThanOrEqual(session.seats);
		const places = await deps.store.look((tx) =>
			Promise.all(session.line.map((person) => tx.bookings.waitingOf(person, new Date(told.now)))),
		);
		const shown = places.map((each) => each.find((entry) => entry.session === session.id)?.place);
		expect(shown).toEqual(session.line.map((person) => model.inOrder(told, session).indexOf(person) + 1));
	}
};

/** One thing that is done: it returns what Halte answered, and what it should have. */
type Step = (world: World) => Promise<[string, string]>;
const command = (words: string, step: Step): fc.AsyncCommand<World, World> => ({
	check: () => true,
	async run(_told, world) {
		const [real, expected] = await step(world);
		expect([words, real]).toEqual([words, expected]);
		await compare(world);
	},
	toString: () => words,
});

const who = fc.integer({ min: 0, max: 6 });
const which = fc.integer({ min: 0, max: 1 });
const byDesk = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);

/** A step of one person in one session. */
const step = (
	what: string,
	real: (session: string, person: string, assisted: boolean, world: World) => Promise<string>,
	told: (world: SeatModel, session: ModelSession, person: string, assisted: boolean) => string,
) =>
	fc.tuple(who, which, byDesk).map(([person, session, assisted]) =>
		command(`${what} ${person} in ${session}${assisted ? ' at the desk' : ''}`, async (world) => {
			const of = world.model.sessions[session]!;
			const name = world.people[person]!;
			const answer = await real(of.id, name, assisted, world);
			return [answer, told(world.model, of, name, assisted)];
		}),
	);

const byWay = (assisted: boolean, person: string) => (assisted ? desk : newcomer(person));

const steps = [
	step(
		'book',
		async (s, p, assisted) => said(await actions.book(p, s, randomUUID(), byWay(assisted, p))),
		model.book,
	),
	step('hold', async (s, p, assisted) => said(await actions.hold(p, s, byWay(assisted, p))), model.hold),
	step(
		'extend',
		async (s, p, _, { model: told }) => {
			const session = told.sessions.find(({ id }) => id === s);
			return said(await actions.extend(p, s, session?.kept.get(p)?.extended ?? 0));
		},
		model.extend,
	),
	step('release', async (s, p) => said(await actions.release(p, s)), model.release),
	step('join', async (s, p) => said(await actions.join(p, s)), model.join),
	step('join', async (s, p) => said(await actions.join(p, s)), model.join),
	step('leave', async (s, p) => said(await actions.leave(p, s)), model.leave),
	step('decline', async (s, p) => said(await actions.decline(p, s)), model.decline),
	step('cancel', async (s, p) => said(await actions.cancel(p, await bookingOf(s, p))), model.cancel),
	step(
		'move',
		async (s, p, _, { model: told }) => {
			const to = told.sessions.find(({ id }) => id !== s)!;
			return said(await actions.move(p, await bookingOf(s, p), to.id));
		},
		(told, from, person) =>
			model.move(
				told,
				from,
				told.sessions.find((each) => each !== from)!,
				person,
			),
	),
	step(
		'promote',
		async (s) => said(await promote(deps, system, { session: s })),
		(told, session) => {
			model.promote(told, session);
			return 'ok';
		},
	),
	step(
		'pause or go on',
		async (_, person, __, { model: told }) => {
			if (told.paused.has(person)) await pool.query('delete from suspension where dossier = $1', [person]);
			else
				await pool.query(
					`insert into suspension (dossier, "from", recorded_at) values ($1, '2026-11-01', now())`,
					[person],
				);
			return 'ok';
		},
		(told, _, person) => {
			// Only who follows the pathway can pause it: the others here never went to an office.
			if (!told.mustFollow.has(person)) return 'ok';
			if (!told.paused.delete(person)) told.paused.add(person);
			return 'ok';
		},
	),
	fc.constantFrom(1, 14, 15, 31, 600, 24 * 60, 4 * 24 * 60).map((minutes) =>
		command(`wait ${minutes} minutes`, async ({ model: told }) => {
			told.now = Math.min(told.now + minutes * 60_000, end);
			setNow(new Date(told.now));
			return ['ok', 'ok'];
		}),
	),
	fc.constant(
		command('sweep', async ({ model: told }) => {
			await sweepSeats(deps, system);
			for (const session of told.sessions) model.promote(told, session);
			return ['ok', 'ok'];
		}),
	),
];

test('whatever people do in whatever order: seats, lines, holds and offers are as they should be, and the ledger agrees', async () => {
	await fc.assert(
		fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: '+1' }), async (commands) => {
			const world = await newWorld();
			await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
			// Time frees everything in the end; nobody who may have a seat is left waiting beside a free one.
			world.model.now = end;
			setNow(new Date(end));
			await sweepSeats(deps, system);
			for (const session of world.model.sessions) model.promote(world.model, session);
			await compare(world);
			for (const session of world.model.sessions)
				if (model.openSeats(world.model, session) > 0)
					expect(model.toServe(world.model, session)).toEqual([]);
			expect(await checkSeats(deps)).toEqual([]);
		}),
		{ numRuns: 60 },
	);
}, 600_000);
