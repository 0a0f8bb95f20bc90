import { addDays } from '#lib/domain/dates.ts';
import { languages } from '#lib/domain/languages.ts';
import type { RegisterEvent } from '#lib/domain/registerEvent.ts';
import type { Actor } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { dossierIdOf } from '#lib/services/dossierId.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import type { Deps } from '#lib/services/ports.ts';
import { liveStage } from './liveStage.ts';
import { seededRandom } from './random.ts';
import { inventEvent } from './registerEvents.ts';
import type { Stage } from './stages.ts';

// The people in the other seats: nobody signs in as one of them, but a course with nobody in it is no course.

const crowdSize = 48;
const registeredAgo = 200;

/** Far enough on the line for every kind of course. */
const stage: Stage = {
	...{ name: 'registered', outcome: 'obliged', registeredAgo, confirmedAgo: 170 },
	steps: [
		['registration', 120],
		['welcome', 110],
	],
};

const eventIdOf = (index: number): string => `01900000-0000-7000-8001-${String(index).padStart(12, '0')}`;

/** The register events of the crowd, seen from `today`; always the same people. */
export const crowdEvents = (today: string): RegisterEvent[] =>
	Array.from({ length: crowdSize }, (_, index) => ({
		...inventEvent(seededRandom(9_000 + index), {
			...{ outcome: 'obliged', language: languages[index % languages.length], withoutNumber: 0 },
			firstRegisteredOn: addDays(today, -registeredAgo),
		}),
		eventId: eventIdOf(index),
	}));

/** How many seats of some sessions are taken, as a part of all; with `line` people wait behind the last one. */
const filled: readonly { session: string; part: number; line?: number }[] = [
	{ session: 'via-schaerbeek-rights-1', part: 1, line: 4 },
	{ session: 'cours-senne-fr-a1.1-1', part: 1, line: 3 },
	{ session: 'bapa-bxl-social-1', part: 1 },
	{ session: 'convivial-rights-1', part: 0.9 },
	{ session: 'bapa-bxl-citizenship-1', part: 0.7 },
	{ session: 'via-molenbeek-rights-1', part: 0.5 },
	{ session: 'cours-senne-fr-literacy-1', part: 0.5 },
	{ session: 'cours-canal-nl-a1.1-1', part: 0.25 },
	{ session: 'bon-brussel-language-1', part: 0.5 },
];

/** Leads the crowd to its seats: some sessions are full, with a line or without, others half or nearly empty. */
export const seatCrowd = async (deps: Deps, today: string): Promise<void> => {
	const dossiers = Array.from({ length: crowdSize }, (_, index) => dossierIdOf(deps.vault, eventIdOf(index)));
	await Promise.all(dossiers.map((dossier) => liveStage(deps, dossier, stage, today)));
	const sessions = await deps.store.transact((tx) =>
		tx.courses.sessions(filled.map(({ session }) => session)),
	);
	let turn = 0;
	for (const { session, part, line = 0 } of filled) {
		const seats = sessions.find(({ id }) => id === session)?.seats ?? 0;
		const wanted = Math.round(seats * part);
		let [taken, waiting] = [0, 0];
		for (let tried = 0; tried < crowdSize && (taken < wanted || waiting < line); tried++, turn++) {
			const dossier = dossiers[turn % crowdSize] ?? '';
			if (taken < wanted) taken += (await isSeated(deps, dossier, session)) ? 1 : 0;
			else waiting += (await isInLine(deps, dossier, session)) ? 1 : 0;
		}
	}
};

const themselves = (dossier: string): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});

/** By the same key again it is the same seat: a load that was cut off gives no second one. */
const isSeated = async (deps: Deps, dossier: string, session: string): Promise<boolean> => {
	const key = `crowd-${session}`.replace(/[^\w-]/g, '-').slice(0, 100);
	return (await bookSeat(deps, themselves(dossier), { dossier, session, key })).ok;
};

const isInLine = async (deps: Deps, dossier: string, session: string): Promise<boolean> =>
	(await joinWaitingList(deps, themselves(dossier), { dossier, session })).ok;
