import type { OfferSearch } from '#lib/domain/offerSearch.ts';
import { wishesOf, withNeeds, withoutWish } from '#lib/domain/offerSearch.ts';
import { offerSearchQuery, readOfferSearch } from '#lib/server/forms/offerSearch.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { officeName } from '#lib/server/presenters/officeName.ts';
import { showSession } from '#lib/server/presenters/session.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readNeeds } from '#lib/services/needs.ts';
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
		chosen: wishesOf(search).map((wish) => ({ wish, href: offerSearchQuery(withoutWish(search, wish)) })),
		without: found.without.map((each) => ({
			...each,
			href: offerSearchQuery(withoutWish(search, each.wish)),
		})),
		withNeeds: await queryWithNeeds(event, search),
		previous: found.page > 1 ? pageAddress(url, found.page - 1) : null,
		next: found.page < found.pages ? pageAddress(url, found.page + 1) : null,
	};
};

/** The search narrowed to what the reader needs; null when it says no more than the search as it is. */
async function queryWithNeeds(
	event: Parameters<PageServerLoad>[0],
	search: OfferSearch,
): Promise<string | null> {
	const { signIn } = event.locals;
	if (!signIn) return null;
	const needs = await readNeeds(runtime().deps, actorOf(event), { dossier: signIn.dossier });
	if (!needs.ok || !needs.value) return null;
	const query = offerSearchQuery(withNeeds(search, needs.value));
	return query === offerSearchQuery(search) ? null : query;
}

function pageAddress(url: URL, page: number): string {
	const params = new URLSearchParams(url.searchParams);
	params.set('page', String(page));
	return `?${params}#found`;
}
