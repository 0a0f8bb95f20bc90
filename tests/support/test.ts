import { expect, test as base } from '@playwright/test';
import type { Page, Response } from '@playwright/test';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import type { ListedPerson } from '#lib/demonstration/listPeople.ts';
import type { StageName } from '#lib/demonstration/stages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import type { Deps } from '#lib/services/ports.ts';
import { byHand } from './byHand.ts';
import { emptyKeptPage, openKeptPage } from './keptPage.ts';
import { cookiesFor, newVisitor, signInByForm, signInFields } from './visitor.ts';
import type { Visitor } from './visitor.ts';
import type { Visit } from './visits.ts';

/** Where the Halte of this run is. */
export const origin = (): string => process.env['HALTE_TEST_ORIGIN'] ?? '';

type Fixtures = {
	/** A page of a browser that runs no scripts. */
	noScript: Page;
	/** Signs a demonstration person in through the form, and leaves the page where that leads. */
	signIn: (stage: StageName, language: Language) => Promise<ListedPerson>;
	/** Goes to a page in one of its states, in a language, with scripts; `html` is what the server sent last. */
	open: (visit: Visit, language: Language) => Promise<{ page: Page; html: () => string }>;
};

type WorkerFixtures = {
	/** The outside world of the running Halte's services: seed through services, never by SQL. */
	deps: Deps;
	/** The demonstration person of a stage and a language. */
	personAt: (stage: StageName, language: Language) => ListedPerson;
	/** A visitor by plain HTTP who is signed in as that person, the same one each time. */
	visitorAs: (person: ListedPerson) => Promise<Visitor>;
	/** The page of {@link testOnKeptPage}. Here, because a worker begins anew for a test whose workers have more than its own. */
	keptPage: Page;
};

/** Playwright's test with the fixtures of Halte. */
export const test = base.extend<Fixtures, WorkerFixtures>({
	deps: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
		async ({}, use) => {
			const settings = readSettings({ HALTE_DATA_DIR: process.env['HALTE_TEST_DATA'] });
			const opened = await openHalte(settings, { connections: 4 });
			// A machine that stands still for some seconds is no finding of a test's own hand in the database.
			opened.pool.options.connectionTimeoutMillis = 60_000;
			await use(createDeps(opened.pool, opened.keys));
			await opened.close();
		},
		{ scope: 'worker' },
	],

	personAt: [
		async ({ deps }, use) => {
			const people = await listDemonstrationPeople(deps);
			await use((stage, language) => {
				const found = people.find((each) => each.stage === stage && each.language === language);
				if (!found) throw new Error(`nobody of the demonstration is at ${stage} in ${language}`);
				return found;
			});
		},
		{ scope: 'worker' },
	],

	visitorAs: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => {
			const known = new Map<string, Promise<Visitor>>();
			const arrive = async (person: ListedPerson) => {
				const visitor = newVisitor(origin());
				await signInByForm(visitor, person);
				return visitor;
			};
			await use((person) => {
				const visitor = known.get(person.dossier) ?? arrive(person);
				known.set(person.dossier, visitor);
				return visitor;
			});
		},
		{ scope: 'worker' },
	],

	keptPage: [
		async ({ browser }, use, { project }) => {
			const { baseURL, locale, timezoneId } = project.use;
			const page = await openKeptPage(browser, { baseURL, locale, timezoneId });
			await use(page);
			await page.context().close();
		},
		{ scope: 'worker' },
	],

	signIn: async ({ page, personAt }, use) => {
		await use(async (stage, language) => {
			const person = personAt(stage, language);
			await page.goto(`/${language}/sign-in`);
			for (const [name, value] of Object.entries(signInFields(person)))
				await page.locator(`[name="${name}"]`).fill(value);
			await page.locator('#answers .button--main').click();
			await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
			return person;
		});
	},

	noScript: async ({ browser, baseURL, locale, timezoneId }, use) => {
		const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale, timezoneId });
		await use(await context.newPage());
		await context.close();
	},

	open: async ({ page, context, baseURL, deps, personAt, visitorAs }, use) => {
		let html = '';
		const bodies: Promise<void>[] = [];
		const undo: (() => Promise<void>)[] = [];
		const hear = (response: Response) => {
			const request = response.request();
			if (request.resourceType() !== 'document' || request.frame() !== page.mainFrame()) return;
			bodies.push(
				response.text().then(
					(text) => void (html = text),
					// A redirection has no body.
					() => {},
				),
			);
		};
		page.on('response', hear);
		await use(async (visit, language) => {
			// Where the address names no language, the remembered one counts.
			await context.addCookies([{ name: 'halte-language', value: language, url: baseURL }]);
			const isAtKiosk = visit.path.startsWith('/kiosk');
			// Somebody stands before the screen, however long a test looks at it.
			if (isAtKiosk) {
				const script = await page.addInitScript(() =>
					setInterval(() => document.dispatchEvent(new PointerEvent('pointermove')), 5000),
				);
				undo.push(() => script.dispose());
			}
			const isVisiting = isAtKiosk && visit.path !== '/kiosk' && !visit.path.startsWith('/kiosk/end');
			if (isVisiting) await page.goto(`/${language}/kiosk/home`);
			if (visit.as && isAtKiosk) {
				await byHand(page, `/${language}/kiosk/sign-in`);
				for (const [name, value] of Object.entries(signInFields(personAt(visit.as, language))))
					await page.locator(`[name="${name}"]`).fill(value);
				await page.locator('#answers .button--main').click();
				await page.waitForURL(/\/kiosk\/pathway$/);
			} else if (visit.as) {
				const { cookies } = await visitorAs(personAt(visit.as, language));
				await context.addCookies(
					cookiesFor(cookies, baseURL ?? '').filter(({ name }) => name !== 'halte-language'),
				);
			}
			const dossier = visit.as ? personAt(visit.as, language).dossier : '';
			const path = (await visit.seed?.(deps, dossier)) ?? visit.path;
			const address = addressOf({ ...visit, path }, language);
			const response = await (isVisiting ? byHand(page, address) : page.goto(address));
			expect(response?.status()).toBe(visit.status ?? 200);
			await visit.act?.(page);
			await Promise.all(bodies);
			return { page, html: () => html };
		});
		page.off('response', hear);
		for (const each of undo) await each();
	},
});

/** The test with one page a worker, emptied of everything between tests. */
export const testOnKeptPage = test.extend({
	context: async ({ keptPage }, use) => use(keptPage.context()),
	page: async ({ keptPage }, use) => {
		await emptyKeptPage(keptPage);
		await use(keptPage);
	},
});

/** The address of a visit in a language. */
export const addressOf = ({ path, bare }: Pick<Visit, 'path' | 'bare'>, language: Language): string =>
	bare ? path : `/${language}${path}`;

export { expect } from '@playwright/test';
