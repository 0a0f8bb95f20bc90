import { currentRules } from '#lib/domain/rules/rules.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { answerDatabaseAway } from '#lib/server/http/databaseAway.ts';
import { presentPathway } from '#lib/server/presenters/pathway.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import type { PageServerLoad } from './$types';

/** The line of whoever is signed in; for everybody else the line explained, with the times of the rules in force. */
export const load: PageServerLoad = async ({ locals }) => {
	const { registerByMonths, finishByMonths } = currentRules;
	const times = { registerByMonths, finishByMonths };
	if (locals.databaseAway) answerDatabaseAway();
	if (!locals.signIn) return { pathway: null, times };
	const read = await readDossier(runtime().deps, actorOf({ locals }), { dossier: locals.signIn.dossier });
	return { pathway: read.ok ? presentPathway(read.value, locals.language) : null, times };
};
