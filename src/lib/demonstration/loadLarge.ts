import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import type { Deps } from '#lib/services/ports.ts';
import type { RegisterLine } from '#lib/services/registerLine.ts';
import { takeInRegisterFile } from '#lib/services/takeInRegisterFile.ts';
import { liveStage } from './liveStage.ts';
import { demonstrationDay } from './loadDemonstration.ts';
import { largeRegister, registeredAgo } from './largeRegister.ts';
import { lineOf } from './registerEvents.ts';
import type { Stage } from './stages.ts';

/** How many register events there are, how many people in them are obliged, registered with an office, and waiting. */
export type LargeSize = { events: number; obliged: number; active: number; waiting: number };

/** The size of the Region's own tool (parliamentary answers, 2023 and 2024). */
export const regionSize: LargeSize = { events: 60_000, obliged: 8_000, active: 6_000, waiting: 800 };

const confirmed: Stage = { name: 'just_confirmed', outcome: 'obliged', registeredAgo, confirmedAgo: 60 };
const active: Stage = { ...confirmed, name: 'registered', steps: [['registration', 30]] };

const batchLines = 2_000;
const together = 16;

/**
 * Adds to a loaded demonstration as many invented people as the Region has, by the same services that serve real ones, and
 * returns how many there are. Goes on where an earlier load was cut off, also on another day; `tell` hears how far it is.
 */
export const loadLarge = async (
	deps: Deps,
	tell: (said: string) => void,
	size: LargeSize = regionSize,
): Promise<LargeSize> => {
	const begunOn = await demonstrationDay(deps);
	const obliged: string[] = [];
	await takeInRegisterFile(
		deps,
		{ ...operator, channel: 'register' },
		{
			batches: batchesOf(begunOn, size),
			dryRun: false,
			onBatch(answers, soFar) {
				for (const each of answers)
					if (each.kind !== 'quarantined' && each.decision.outcome === 'obliged' && each.dossier)
						obliged.push(each.dossier);
				tell(`${soFar.read} of ${size.events} register events`);
			},
		},
	);
	for (let start = 0; start < obliged.length; start += together) {
		await Promise.all(
			obliged
				.slice(start, start + together)
				.map((dossier, offset) =>
					liveStage(deps, dossier, start + offset < size.active ? active : confirmed, begunOn),
				),
		);
		if (start % 2_000 === 0) tell(`${start} of ${obliged.length} obligations confirmed`);
	}
	const waiting = await wait(deps, obliged.slice(0, size.active), begunOn, size.waiting);
	return {
		events: size.events,
		obliged: obliged.length,
		active: Math.min(size.active, obliged.length),
		waiting,
	};
};

function* batchesOf(begunOn: string, size: LargeSize) {
	const encoder = new TextEncoder();
	let batch: RegisterLine[] = [];
	let number = 0;
	for (const event of largeRegister(begunOn, size)) {
		number += 1;
		batch.push({ number, bytes: encoder.encode(lineOf(event)) });
		if (batch.length < batchLines) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

/**
 * Gives the seats of one session away and puts people in its line, until so many wait. The session is weeks away from the
 * day of the beginning: a load that goes on tomorrow finds the same one.
 */
const wait = async (
	deps: Deps,
	dossiers: readonly string[],
	begunOn: string,
	wanted: number,
): Promise<number> => {
	const session = await crowdedSession(deps, begunOn);
	if (!session) return 0;
	let waiting = 0;
	for (const dossier of dossiers) {
		if (waiting === wanted) break;
		const newcomer: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null };
		const joined = await joinWaitingList(deps, newcomer, { dossier, session });
		if (joined.ok) waiting += 1;
		else if (joined.reason === 'seat_free')
			await bookSeat(deps, newcomer, { dossier, session, key: 'large-load' });
	}
	return waiting;
};

/** The citizenship session with the fewest seats: it has the longest line. */
const crowdedSession = async (deps: Deps, begunOn: string): Promise<string | null> => {
	const [settled, tomorrow] = [addDays(begunOn, 14), addDays(brusselsToday(deps.now()), 1)];
	const from = settled > tomorrow ? settled : tomorrow;
	const offered = await deps.store.transact((tx) => tx.courses.offered({ at: deps.now(), from }));
	const [smallest] = offered
		.filter(({ course }) => course.kind === 'citizenship')
		.toSorted((one, other) => one.session.seats - other.session.seats);
	return smallest?.session.id ?? null;
};
