import type { NeedCode, Needs } from '#lib/domain/needs.ts';
import type { Actor } from '#lib/services/actor.ts';
import { keepNeeds } from '#lib/services/needs.ts';
import type { Deps } from '#lib/services/ports.ts';
import { demonstrationPeople, dossierOf } from './people.ts';
import type { StageName } from './stages.ts';

/** What the people of some stages need, in turn; those of the others were never asked. */
const said: Partial<Record<StageName, readonly (readonly NeedCode[])[]>> = {
	welcomed: [['childcare'], ['interpreter'], [], ['step_free', 'interpreter']],
	in_course: [['interpreter', 'childcare'], ['female_teacher'], ['sign_language']],
	waiting: [['interpreter'], ['step_free'], []],
};

/** Lets some people say what they need at a course; an interpreter speaks their own language. */
export const sayNeeds = async (deps: Deps): Promise<void> => {
	for (const [index, person] of demonstrationPeople.entries()) {
		const inTurn = said[person.stage.name];
		if (!inTurn) continue;
		const codes = [...(inTurn[index % inTurn.length] ?? [])];
		const needs: Needs = {
			codes,
			interpreterLanguage: codes.includes('interpreter') ? person.language : null,
			signLanguage: codes.includes('sign_language') ? 'sfb' : null,
		};
		const dossier = dossierOf(deps.vault, person);
		const actor: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null };
		await keepNeeds(deps, actor, { dossier, needs });
	}
};
