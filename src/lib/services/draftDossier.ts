import { communeOf } from '#lib/domain/communes.ts';
import { compareDates } from '#lib/domain/dates.ts';
import { chooseLanguage } from '#lib/domain/languages.ts';
import { laterEvent, type Effect } from '#lib/domain/laterEvent.ts';
import type { Person } from '#lib/domain/person.ts';
import type { RegisterEvent } from '#lib/domain/registerEvent.ts';
import type { Rules } from '#lib/domain/rules/rules.ts';
import { dossierIdOf } from './dossierId.ts';
import { nameHashOf } from './personHashes.ts';
import type { IntakeDossier, KnownDossier } from './ports/intake.ts';
import type { Vault } from './ports.ts';
import type { EventLine } from './registerLine.ts';

/** A dossier while its batch is taken in: what the register now says of the person is sealed once, at the end. */
export type Draft = KnownDossier & { newPerson: Person | null; changed: boolean };

/** Takes the line of a person without a dossier and returns the dossier that it opens. */
export function openDraft(vault: Vault, { event, decision, numberHash }: EventLine): Draft {
	const person = personOf(event);
	return {
		id: dossierIdOf(vault, event.eventId),
		commune: event.commune,
		language: chooseLanguage(person.languages, communeOf(event.commune)?.letterLanguage ?? 'fr'),
		numberHash,
		nameHash: nameHashOf(vault, person, event.commune),
		personKey: vault.newPersonKey(),
		person: null,
		decision,
		decidedOn: event.recordedOn,
		recordedOn: event.recordedOn,
		confirmedOn: null,
		closedOn: null,
		newPerson: person,
		changed: true,
	};
}

/**
 * Takes a dossier and a further line of the same person, changes the dossier as far as the line may, and returns
 * what the line did. Name, address and languages follow the latest thing recorded, whatever becomes of the decision.
 */
export function addToDraft(
	vault: Vault,
	rules: Rules,
	draft: Draft,
	{ event, decision }: EventLine,
): Effect & { moved: boolean } {
	const effect = laterEvent(draft, event, decision, rules);
	const isLatest = compareDates(event.recordedOn, draft.recordedOn) >= 0;
	const moved = isLatest && !effect.replacesProposal && event.commune !== draft.commune;
	if (effect.replacesProposal) {
		Object.assign(draft, { decision, decidedOn: event.recordedOn, commune: event.commune, changed: true });
	}
	if (isLatest && draft.personKey !== null) {
		const newPerson = personOf(event);
		const nameHash = nameHashOf(vault, newPerson, draft.commune);
		Object.assign(draft, { newPerson, nameHash, recordedOn: event.recordedOn, changed: true });
	}
	return { ...effect, moved };
}

/** Takes a dossier and returns it as it is kept, the person sealed with their own key. */
export function sealDraft(vault: Vault, draft: Draft): IntakeDossier {
	if (draft.newPerson === null || draft.personKey === null) return draft;
	return { ...draft, person: vault.sealPerson(draft.personKey, JSON.stringify(draft.newPerson)) };
}

/** What is kept of a person: what letters, signing in and greeting need. Nationality, title and facts are not. */
function personOf({ person }: RegisterEvent): Person {
	const { familyName, givenNames, birthDate, sex, nationalNumber, languages, address } = person;
	return {
		familyName,
		givenNames,
		birthDate,
		sex,
		nationalNumber,
		languages,
		address: address && {
			street: address.street ?? '',
			number: address.number ?? '',
			box: address.box,
			postcode: address.postcode ?? '',
		},
	};
}
