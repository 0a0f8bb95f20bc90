import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { operator } from '#lib/services/actor.ts';
import type { CsvRow } from '#lib/services/importReport.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { takeInOffices } from '#lib/services/takeInOffices.ts';
import { takeInRegisterFile } from '#lib/services/takeInRegisterFile.ts';
import { changeCourses } from './changeCourses.ts';
import { changeMinds } from './changeMinds.ts';
import { crowdEvents, seatCrowd } from './crowd.ts';
import { giveMessages } from './giveMessages.ts';
import { giveSeats } from './giveSeats.ts';
import { demonstrationOffer, pastSessions } from './offer.ts';
import { attendPastCourses } from './pastCourses.ts';
import { sayNeeds } from './sayNeeds.ts';
import { demonstrationOffices } from './offices.ts';
import { codeOf, demonstrationPeople, dossierOf, eventOf } from './people.ts';
import { liveStage } from './liveStage.ts';
import { lineOf } from './registerEvents.ts';

const begun = 'demonstration_begun';
const changed = 'demonstration_changed';
const loaded = 'demonstration_loaded';

/**
 * Loads the demonstration into an empty database, by the same services that serve real people. A load that was cut off
 * goes on where it stopped; a complete one is left alone. Refuses with `not_empty` where there are dossiers of others.
 */
export const loadDemonstration = async (
	deps: Deps,
): Promise<Ok<'loaded' | 'already_loaded'> | Refused<'not_empty'>> => {
	const state = await deps.store.transact(async (tx) => {
		if (await tx.marks.has(loaded)) return 'loaded';
		if (!(await tx.marks.has(begun)) && (await tx.dossiers.exist())) return 'not_empty';
		await tx.marks.set(begun, deps.now());
		return 'begun';
	});
	if (state === 'loaded') return ok('already_loaded');
	if (state === 'not_empty') return refuse('not_empty');
	const today = await demonstrationDay(deps);
	await takeInOffices(deps, operator, rowsOf(demonstrationOffices(today)), { demonstration: true });
	// A load that goes on after the changes leaves them as they are.
	const isChanged = await deps.store.transact((tx) => tx.marks.has(changed));
	if (!isChanged) await takeInOffer(deps, operator, rowsOf(wholeOffer(today)));
	await takeInRegisterFile(
		deps,
		{ ...operator, channel: 'register' },
		{ batches: [eventLines(today)], dryRun: false },
	);
	for (let start = 0; start < demonstrationPeople.length; start += together)
		await Promise.all(
			demonstrationPeople.slice(start, start + together).map((each) => live(deps, each, today)),
		);
	await giveSeats(deps, today);
	await attendPastCourses(deps, today);
	await sayNeeds(deps);
	await seatCrowd(deps, today);
	if (!isChanged) {
		await changeCourses(deps, today);
		await changeMinds(deps);
	}
	await deps.store.transact((tx) => tx.marks.set(changed, deps.now()));
	await giveMessages(deps);
	await deps.store.transact((tx) => tx.marks.set(loaded, deps.now()));
	return ok('loaded');
};

/** The day on which the demonstration began: a load that goes on after midnight makes the same people as before it. */
export const demonstrationDay = async (deps: Deps): Promise<string> =>
	brusselsToday((await deps.store.transact((tx) => tx.marks.setAt(begun))) ?? deps.now());

/** How many people are led along the line at once. */
const together = 8;

const live = async (
	deps: Deps,
	person: (typeof demonstrationPeople)[number],
	today: string,
): Promise<void> => {
	const dossier = dossierOf(deps.vault, person);
	await liveStage(deps, dossier, person.stage, today);
	const hash = deps.vault.hash('letter-code', codeOf(deps.vault, person));
	await deps.store.transact(async (tx) => {
		// A load that was cut off had perhaps given it already, and a code is given once.
		if (!(await tx.letterCodes.find(hash))) await tx.letterCodes.replace(dossier, hash, deps.now());
	});
};

const eventLines = (today: string) =>
	[...demonstrationPeople.map((person) => eventOf(person, today)), ...crowdEvents(today)].map(
		(event, index) => ({ number: index + 1, bytes: new TextEncoder().encode(lineOf(event)) }),
	);

const wholeOffer = (today: string) => [
	...demonstrationOffer(today),
	...pastSessions(today).map(({ cells }) => cells),
];

/** Rows as they would stand in a CSV file, after its header. */
const rowsOf = (rows: readonly Record<string, string>[]): CsvRow[] =>
	rows.map((cells, index) => ({ row: index + 2, cells }));
