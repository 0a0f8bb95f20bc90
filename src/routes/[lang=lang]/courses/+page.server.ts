import { readOfferSearch } from '#lib/server/forms/offerSearch.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { officeName } from '#lib/server/presenters/officeName.ts';
import { showSession } from '#lib/server/presenters/session.ts';
import { runtime } from '#lib/server/runtime.ts';
import { listCourses } from '#lib/services/listCourses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const search = readOfferSearch(url.searchParams);
	const page = Number(url.searchParams.get('page') ?? 1);
	const { value: found } = await listCourses(runtime().deps, actorOf(event), { search, page });
	const { language } = locals;
	return {
		...found,
		language,
		search,
		sessions: found.sessions.map((card) => showSession(card, language)),
		choices: {
			...found.choices,
			offices: found.choices.offices.map((office) => officeName(office, language)),
		},
		previous: found.page > 1 ? pageAddress(url, found.page - 1) : null,
		next: found.page < found.pages ? pageAddress(url, found.page + 1) : null,
	};
};

function pageAddress(url: URL, page: number): string {
	const params = new URLSearchParams(url.searchParams);
	params.set('page', String(page));
	return `?${params}#found`;
}
