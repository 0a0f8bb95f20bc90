import { addDays } from '#lib/domain/dates.ts';
import type { Actor } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import type { SessionOffered } from '#lib/services/ports/courses.ts';
import type { Deps } from '#lib/services/ports.ts';
import { demonstrationPeople, dossierOf } from './people.ts';
import type { DemonstrationPerson } from './people.ts';
import type { StageName } from './stages.ts';

const atStage = (name: StageName): DemonstrationPerson[] =>
	demonstrationPeople.filter(({ stage }) => stage.name === name);

const themselves = (dossier: string): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});

/**
 * Fills the smallest citizenship session to its last seat, lets people wait for it, and gives everybody else who should
 * hold a seat one in a session that speaks their language, or else in any that has room.
 */
export const giveSeats = async (deps: Deps, today: string): Promise<void> => {
	const offered = await deps.store.transact((tx) =>
		tx.courses.offered({ at: deps.now(), from: addDays(today, 1) }),
	);
	const citizenship = offered.filter(({ course }) => course.kind === 'citizenship');
	const crowded = citizenship.toSorted((one, other) => one.session.seats - other.session.seats)[0];
	if (!crowded) return;
	for (const person of [...atStage('in_course'), ...atStage('welcomed')]) {
		if (await book(deps, person, crowded)) continue;
		if (person.stage.seat !== 'booked') break;
		await bookAny(deps, person, citizenship);
	}
	for (const person of atStage('waiting')) {
		const dossier = dossierOf(deps.vault, person);
		await joinWaitingList(deps, themselves(dossier), { dossier, session: crowded.session.id });
	}
};

const bookAny = async (deps: Deps, person: DemonstrationPerson, offered: SessionOffered[]): Promise<void> => {
	const speaking = offered.filter(({ session }) => session.spokenLanguages.includes(person.language));
	for (const each of [...speaking, ...offered]) if (await book(deps, person, each)) return;
};

const book = async (
	deps: Deps,
	person: DemonstrationPerson,
	{ session }: SessionOffered,
): Promise<boolean> => {
	const dossier = dossierOf(deps.vault, person);
	const key = `demonstration-${session.id}`.replace(/[^\w-]/g, '-').slice(0, 100);
	return (await bookSeat(deps, themselves(dossier), { dossier, session: session.id, key })).ok;
};
