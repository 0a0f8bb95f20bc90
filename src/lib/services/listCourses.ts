import { postcodeIn } from '#lib/domain/communes.ts';
import { courseKinds } from '#lib/domain/course.ts';
import type { CourseKind } from '#lib/domain/course.ts';
import { fits, wishesOf, withoutWish } from '#lib/domain/offerSearch.ts';
import type { OfferSearch, Wish } from '#lib/domain/offerSearch.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';
import type { SessionOffered } from './ports/courses.ts';
import { cardsAhead, startsFrom } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/** What there is to choose from among all sessions still to begin. */
export type SearchChoices = {
	kinds: CourseKind[];
	courseLanguages: string[];
	levels: string[];
	spokenLanguages: string[];
	postcodes: string[];
	offices: SessionOffered['office'][];
};

/** One page of the sessions that fit, how many fit in all, and where nothing fits, what giving up one wish would find. */
export type SessionsFound = {
	sessions: SessionCard[];
	total: number;
	page: number;
	pages: number;
	without: { wish: Wish; count: number }[];
	choices: SearchChoices;
};

const perPage = 15;

/** Finds sessions still to begin, the first to begin first. Everybody may look; a page too far is the last one. */
export const listCourses = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	_actor: Actor,
	{ search, page }: { search: OfferSearch; page: number },
): Promise<Ok<SessionsFound>> => {
	const at = now();
	const offered = await store.look((tx) => tx.courses.offered({ at, from: startsFrom(at) }));
	const all = cardsAhead(offered, at);
	const found = all.filter((card) => fits(search, card));
	const pages = Math.max(1, Math.ceil(found.length / perPage));
	const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
	return ok({
		sessions: found.slice((shown - 1) * perPage, shown * perPage),
		total: found.length,
		page: shown,
		pages,
		without: found.length > 0 ? [] : oneWishLess(search, all),
		choices: choicesAmong(all),
	});
};

function oneWishLess(search: OfferSearch, all: readonly SessionCard[]): SessionsFound['without'] {
	return wishesOf(search)
		.map((wish) => ({ wish, count: all.filter((card) => fits(withoutWish(search, wish), card)).length }))
		.filter(({ count }) => count > 0);
}

function choicesAmong(all: readonly SessionCard[]): SearchChoices {
	const kinds = new Set(all.map(({ course }) => course.kind));
	return {
		kinds: courseKinds.filter((kind) => kinds.has(kind)),
		courseLanguages: distinct(all.flatMap(({ course }) => course.courseLanguage ?? [])),
		levels: distinct(all.flatMap(({ course }) => course.level ?? [])),
		spokenLanguages: distinct(all.flatMap(({ session }) => session.spokenLanguages)),
		postcodes: distinct(all.flatMap(({ session }) => postcodeIn(session.place) ?? [])),
		offices: [...new Map(all.map(({ office }) => [office.id, office])).values()],
	};
}

function distinct(values: string[]): string[] {
	return [...new Set(values)].toSorted();
}
