import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { operator } from '#lib/services/actor.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInRegisterFile } from '#lib/services/takeInRegisterFile.ts';
import { liveStage } from './liveStage.ts';
import { seededRandom } from './random.ts';
import { inventEvent, lineOf } from './registerEvents.ts';
import type { Stage } from './stages.ts';

/** The size of the Region's own tool (parliamentary answers, 2023 and 2024): pre-files, obliged, active, waiting. */
const size = { events: 60_000, obliged: 8_000, active: 6_000, waiting: 800 } as const;

const confirmed: Stage = { name: 'just_confirmed', outcome: 'obliged', registeredAgo: 90, confirmedAgo: 60 };
const active: Stage = { ...confirmed, name: 'registered', steps: [['registration', 30]] };

const batchLines = 2_000;
const together = 16;

/** What a large load brought in. */
export type LargeLoad = { events: number; obliged: number; active: number; waiting: number };

/**
 * Adds as many invented people as the Region has: 60,000 register events, 8,000 of them obliged and confirmed, 6,000
 * registered with an office, 800 waiting for a seat. Goes on where an earlier load was cut off; `tell` hears how far it is.
 */
export const loadLarge = async (deps: Deps, tell: (said: string) => void): Promise<LargeLoad> => {
	const today = brusselsToday(deps.now());
	const obliged: string[] = [];
	await takeInRegisterFile(
		deps,
		{ ...operator, channel: 'register' },
		{
			batches: batchesOf(today),
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
					liveStage(deps, dossier, start + offset < size.active ? active : confirmed, today),
				),
		);
		if (start % 2_000 === 0) tell(`${start} of ${obliged.length} obligations confirmed`);
	}
	const waiting = await wait(deps, obliged.slice(0, size.active), today);
	return { events: size.events, obliged: obliged.length, active: size.active, waiting };
};

function* batchesOf(today: string) {
	const random = seededRandom(60_000);
	const encoder = new TextEncoder();
	const firstRegisteredOn = addDays(today, -confirmed.registeredAgo);
	for (let start = 0; start < size.events; start += batchLines)
		yield Array.from({ length: batchLines }, (_, offset) => {
			const number = start + offset + 1;
			const outcome = number <= size.obliged ? ('obliged' as const) : others(number);
			return { number, bytes: encoder.encode(lineOf(inventEvent(random, { outcome, firstRegisteredOn }))) };
		});
}

/** The people who are not obliged, in about the proportions of a real register. */
const others = (number: number) =>
	(['exempt', 'not_concerned', 'exempt', 'not_concerned', 'review'] as const)[number % 5] ?? 'exempt';

/** Puts people in the line of a session that is full, until 800 wait. */
const wait = async (deps: Deps, dossiers: readonly string[], today: string): Promise<number> => {
	const offered = await deps.store.transact((tx) => tx.courses.offered({ from: addDays(today, 1) }));
	const full = offered.find(({ session, taken }) => taken >= session.seats - session.counterReserve);
	if (!full) return 0;
	let waiting = 0;
	for (const dossier of dossiers) {
		if (waiting === size.waiting) break;
		const joined = await joinWaitingList(
			deps,
			{ kind: 'newcomer', id: dossier, channel: 'web', device: null },
			{ dossier, session: full.session.id },
		);
		if (joined.ok) waiting += 1;
	}
	return waiting;
};
