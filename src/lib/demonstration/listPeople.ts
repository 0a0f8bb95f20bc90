import type { Language } from '#lib/domain/languages.ts';
import { showLetterCode } from '#lib/domain/letterCode.ts';
import { fullName } from '#lib/domain/person.ts';
import { openPerson } from '#lib/services/openPerson.ts';
import type { Deps } from '#lib/services/ports.ts';
import { codeOf, demonstrationPeople, dossierOf } from './people.ts';
import type { StageName } from './stages.ts';

/** What someone needs to sign in as a demonstration person. */
export type ListedPerson = {
	language: Language;
	stage: StageName;
	dossier: string;
	name: string;
	code: string;
	birthDate: string;
};

/** Lists the demonstration people that are in the database, by language and along the line. */
export const listDemonstrationPeople = (deps: Deps): Promise<ListedPerson[]> =>
	deps.store.transact(async (tx) => {
		const listed: ListedPerson[] = [];
		for (const each of demonstrationPeople) {
			const dossier = await tx.dossiers.find(dossierOf(deps.vault, each));
			const person = dossier && openPerson(deps.vault, dossier);
			if (!dossier || !person) continue;
			listed.push({
				language: each.language,
				stage: each.stage.name,
				dossier: dossier.id,
				name: fullName(person),
				code: showLetterCode(codeOf(deps.vault, each)),
				birthDate: person.birthDate,
			});
		}
		return listed;
	});
