import { fits } from '#lib/domain/offerSearch.ts';
import type { OfferSearch } from '#lib/domain/offerSearch.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import type { SessionOffered } from './ports/courses.ts';
import { cardsAhead, startsFrom } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/** One page of the sessions that fit, how many fit in all, and what there is to choose from among all of them. */
export type SessionsFound = {
	sessions: SessionCard[];
	total: number;
	page: number;
	pages: number;
	choices: {
		courseLanguages: string[];
		spokenLanguages: string[];
		offices: SessionOffered['office'][];
	};
};

const perPage = 15;

/** Finds sessions still to begin, the first to begin first. Everybody may look; a page too far is the last one. */
export const listCourses = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	_actor: Actor,
	{ search, page }: { search: OfferSearch; page: number },
): Promise<Ok<SessionsFound>> => {
	const at = now();
	const offered = await store.transact((tx) => tx.courses.offered({ at, from: startsFrom(at) }));
	const all = cardsAhead(offered, at);
	const found = all.filter((card) => fits(search, card));
	const pages = Math.max(1, Math.ceil(found.length / perPage));
	const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
	return ok({
		sessions: found.slice((shown - 1) * perPage, shown * perPage),
		total: found.length,
		page: shown,
		pages,
		choices: {
			courseLanguages: distinct(all.flatMap(({ course }) => course.courseLanguage ?? [])),
			spokenLanguages: distinct(all.flatMap(({ session }) => session.spokenLanguages)),
			offices: [...new Map(all.map(({ office }) => [office.id, office])).values()],
		},
	});
};

function distinct(values: string[]): string[] {
	return [...new Set(values)].toSorted();
}
