import { error } from '@sveltejs/kit';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { languages } from '#lib/domain/languages.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types.js';

/** The demonstration people, those who read the language of this page first. Where nothing is demonstrated, no page. */
export const load: PageServerLoad = async ({ locals }) => {
	const { settings, deps } = runtime();
	if (!settings.demonstration) error(404, { message: 'not_found', code: 'not_found' });
	const people = await listDemonstrationPeople(deps);
	const order = [locals.language, ...languages.filter((each) => each !== locals.language)];
	return {
		groups: order.map((language) => ({
			language,
			people: people.filter((each) => each.language === language),
		})),
	};
};
