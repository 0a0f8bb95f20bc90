import type { Browser } from '@playwright/test';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { Deps } from '#lib/services/ports.ts';
import { routes } from './routes.ts';
import { cookiesFor, newVisitor, signInByForm } from './visitor.ts';
import { visits } from './visits.ts';
import type { Visit } from './visits.ts';

/** The plainest of some visits: one that needs nothing done before, if there is one. */
const plainest = (some: Visit[]): Visit[] =>
	[some.find(({ act, seed }) => !act && !seed) ?? some.find(({ seed }) => !seed) ?? some[0]].filter(
		(visit) => visit !== undefined,
	);

const isOfKiosk = (text: string): boolean => text.includes('/kiosk');

/**
 * Every page of the file tree as it is weighed: as nobody, and as somebody who is signed in, where either is possible. The
 * screen at a counter is no phone: its own pages are weighed, not those that it shows of everybody's.
 */
export const weighed: Visit[] = routes
	.filter(({ page }) => page)
	.flatMap(({ id }) => {
		const all = visits.filter(
			({ route, status, path }) => route === id && !status && (isOfKiosk(id) || !isOfKiosk(path)),
		);
		return [...plainest(all.filter(({ as }) => !as)), ...plainest(all.filter(({ as }) => as))];
	});

/** Where a page stands, and the cookies with which it is asked for. */
export type Arrival = { address: string; cookies: [string, string][] };

/** Signs in, makes the state and does what leads to the page, on another phone than the weighed one. */
export const arriveAt = async (
	{ browser, origin, deps }: { browser: Browser; origin: string; deps: Deps },
	visit: Visit,
	language: Language,
): Promise<Arrival> => {
	const visitor = newVisitor(origin);
	const people = visit.as ? await listDemonstrationPeople(deps) : [];
	const person = people.find((each) => each.stage === visit.as && each.language === language);
	if (person) await signInByForm(visitor, person);
	const path = (await visit.seed?.(deps, person?.dossier ?? '')) ?? visit.path;
	const address = visit.bare ? path : `/${language}${path}`;
	if (!visit.act) return { address, cookies: [...visitor.cookies] };
	const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
	await context.addCookies(cookiesFor(visitor.cookies, origin));
	const page = await context.newPage();
	await page.goto(address);
	await visit.act(page);
	const { pathname, search } = new URL(page.url());
	const kept = (await context.cookies()).map(({ name, value }): [string, string] => [name, value]);
	await context.close();
	return { address: pathname + search, cookies: kept };
};
