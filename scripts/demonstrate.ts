import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { loadDemonstration } from '#lib/demonstration/loadDemonstration.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import type { Settings } from '#lib/server/environment.ts';
import type { Deps } from '#lib/services/ports.ts';

/** Loads the demonstration on the first start; says so where a database already holds people of its own. */
export const loadOnFirstStart = async (deps: Deps): Promise<void> => {
	console.error('Looking after the demonstration people (a few seconds, once) …');
	const loaded = await loadDemonstration(deps);
	if (!loaded.ok) console.log('This database holds dossiers of its own: no demonstration people were added.');
};

/** Prints how to sign in as each demonstration person: a line each, by language. */
export const printPeople = async (deps: Deps, { origin }: Settings): Promise<void> => {
	const people = await listDemonstrationPeople(deps);
	let language = '';
	for (const person of people) {
		if (person.language !== language) {
			language = person.language;
			console.log(`\n${languageProfile(person.language).ownName}: ${origin}/${language}/sign-in`);
		}
		console.log(`  ${person.stage.padEnd(16)}  code ${person.code}  born ${person.birthDate}`);
	}
	if (people.length > 0)
		console.log(`\nAll of them are invented. They are listed on ${origin}/fr/demonstration too.\n`);
};
