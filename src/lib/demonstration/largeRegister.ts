import { addDays } from '#lib/domain/dates.ts';
import type { Outcome } from '#lib/domain/decision.ts';
import type { RegisterEvent } from '#lib/domain/registerEvent.ts';
import { crowdEvents } from './crowd.ts';
import { demonstrationPeople, eventOf } from './people.ts';
import { seededRandom } from './random.ts';
import { inventEvent } from './registerEvents.ts';

/** How long before the demonstration began its many people were registered by their commune, in days. */
export const registeredAgo = 90;

/**
 * Yields the register events of so many invented people, the obliged ones first; the same ones for the same day. No two
 * have the same national number, nor that of a demonstration person: they would share a dossier, and its decision.
 */
export function* largeRegister(
	begunOn: string,
	{ events, obliged }: { events: number; obliged: number },
): Generator<RegisterEvent> {
	const random = seededRandom(60_000);
	const firstRegisteredOn = addDays(begunOn, -registeredAgo);
	const known = [...demonstrationPeople.map((each) => eventOf(each, begunOn)), ...crowdEvents(begunOn)];
	const given = new Set(known.map(({ person }) => person.nationalNumber));
	for (let number = 1; number <= events; number += 1) {
		const outcome = number <= obliged ? 'obliged' : others(number);
		let event = inventEvent(random, { outcome, firstRegisteredOn });
		while (event.person.nationalNumber !== null && given.has(event.person.nationalNumber))
			event = inventEvent(random, { outcome, firstRegisteredOn });
		given.add(event.person.nationalNumber);
		yield event;
	}
}

/** The people who are not obliged, in about the proportions of a real register. */
const others = (number: number): Outcome =>
	(['exempt', 'not_concerned', 'exempt', 'not_concerned', 'review'] as const)[number % 5] ?? 'exempt';
