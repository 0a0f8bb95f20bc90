import { addDays } from '#lib/domain/dates.ts';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { newLetterCode } from '#lib/domain/letterCode.ts';
import type { RegisterEvent } from '#lib/domain/registerEvent.ts';
import { dossierIdOf } from '#lib/services/dossierId.ts';
import type { Vault } from '#lib/services/ports.ts';
import { seededRandom } from './random.ts';
import { inventEvent } from './registerEvents.ts';
import { stages } from './stages.ts';
import type { Stage } from './stages.ts';

/** One invented person of the demonstration, before anything of them is in the database. */
export type DemonstrationPerson = { language: Language; stage: Stage; eventId: string };

/** One person at every stage of the line in every language. */
export const demonstrationPeople: readonly DemonstrationPerson[] = languages.flatMap((language, row) =>
	stages.map((stage, column) => ({
		language,
		stage,
		eventId: `01900000-0000-7000-8000-${String(row * 100 + column).padStart(12, '0')}`,
	})),
);

/** The commune whose first people wait with their papers complete, so that lists by commune are not all alike. */
const communeFor = (index: number): string => `210${String((index % 19) + 1).padStart(2, '0')}`;

/** The register event that brings a demonstration person in, seen from `today`; always the same person. */
export const eventOf = (person: DemonstrationPerson, today: string): RegisterEvent => {
	const index = demonstrationPeople.indexOf(person);
	const event = inventEvent(seededRandom(7_000 + index), {
		outcome: person.stage.outcome,
		...(person.stage.outcome === 'exempt' ? { reason: 'integration_certificate' as const } : {}),
		...(person.stage.outcome === 'review' ? { reason: 'belgian_diploma' as const } : {}),
		language: person.language,
		commune: communeFor(index),
		firstRegisteredOn: addDays(today, -person.stage.registeredAgo),
		withoutNumber: 0,
	});
	const languagesSpoken = [
		person.language,
		...event.person.languages.filter((each) => each !== person.language),
	];
	return { ...event, eventId: person.eventId, person: { ...event.person, languages: languagesSpoken } };
};

/** The dossier of a demonstration person. */
export const dossierOf = (vault: Vault, person: DemonstrationPerson): string =>
	dossierIdOf(vault, person.eventId);

/** The letter code of a demonstration person: made from this installation's own key, so it can be shown again. */
export const codeOf = (vault: Vault, person: DemonstrationPerson): string =>
	newLetterCode((bytes) => vault.hash('demonstration-code', person.eventId).subarray(0, bytes));
