import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { showLetterCode } from '#lib/domain/letterCode.ts';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { signOutEverywhere } from '#lib/services/endSignIn.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import type { Deps } from '#lib/services/ports.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { give, offered, ownSession, runOut } from '../support/seatStates.ts';
import { expect, origin, test } from '../support/test.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';

const newPerson = async (deps: Deps) => {
	const dossier = await openNewcomer(deps, { birthDate: '1985-07-30' });
	return { dossier, code: await giveLetter(deps, dossier) };
};

const fillIn = async (page: Page, code: string) => {
	await page.locator('#code').fill(showLetterCode(code));
	await page.locator('[name="birthDate-day"]').fill('30');
	await page.locator('[name="birthDate-month"]').fill('7');
	await page.locator('[name="birthDate-year"]').fill('1985');
	await page.locator('#answers .button--main').click();
};
const signIn = async (page: Page, code: string, to: string) => {
	await page.goto(`/fr/sign-in?to=${encodeURIComponent(to)}`);
	await fillIn(page, code);
};

/** Somebody at the page of a course that is theirs alone, signed in. */
const comeTo = async (page: Page, deps: Deps, options: Parameters<typeof ownSession>[1] = {}) => {
	const own = await ownSession(deps, options);
	const person = await newPerson(deps);
	await signIn(page, person.code, `/fr/courses/${own.id}`);
	return { ...own, ...person };
};

test('without scripts: from the timetable to a seat, signing in on the way, and the seat given back', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await ownSession(deps, { sessions: 2 });
	const { code } = await newPerson(deps);
	await page.goto(`/fr/courses/${id}`);
	await page.locator(`[id="session-${session(1)}"]`).check();
	await page.getByRole('button', { name: 'Choisir ce groupe' }).click();
	await expect(page).toHaveURL(/\/fr\/sign-in\?to=/);
	await fillIn(page, code);
	await expect(page).toHaveURL(`/fr/courses/${id}?session=${session(1)}`);
	await expect(page.locator(`[id="session-${session(1)}"]`)).toBeChecked();
	await page.getByRole('button', { name: 'Choisir ce groupe' }).click();
	await expect(page).toHaveURL(`/fr/courses/${id}/${session(1)}`);
	await expect(page.locator('h1')).toHaveText('Nous gardons cette place pour vous');
	await expect(page.locator('.lead')).toContainText(/jusqu’à .*\d\d:\d\d/);
	await page.getByRole('button', { name: 'Réserver cette place' }).click();
	await expect(page).toHaveURL(/\/fr\/bookings\?booked=/);
	await expect(page.locator('main .notice h2')).toHaveText('Votre place est réservée');

	await page.goto(`/fr/courses/${id}`);
	await expect(page.locator('main .notice')).toContainText('Vous avez une place dans ce groupe');
	await expect(page.locator(`[id="session-${session(1)}"]`)).toHaveCount(0);

	await page.goto('/fr/bookings');
	await page.getByRole('link', { name: /^Rendre ma place/ }).click();
	await expect(page.locator('h1')).toHaveText('Voulez-vous rendre cette place ?');
	await page.getByRole('link', { name: 'Non, garder ma place' }).click();
	await expect(page.locator('.held')).toHaveCount(1);
	await page.getByRole('link', { name: /^Rendre ma place/ }).click();
	await page.getByRole('button', { name: 'Oui, rendre ma place' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez rendu votre place');
	await expect(page.locator('.held')).toHaveCount(0);
});

test('without scripts: a full session is no dead end; the line says that it is one, and gives the seat in order', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await ownSession(deps, { seats: 1 });
	const booking = await give(deps, session());
	const { code } = await newPerson(deps);
	await signIn(page, code, `/fr/courses/${id}?session=${session()}`);
	await expect(page.locator('main .notice h2')).toHaveText('Ce groupe est complet');
	await expect(page.locator('main')).toContainText('La liste d’attente n’est pas une réservation.');
	await expect(page.getByRole('button', { name: 'Choisir ce groupe' })).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Ailleurs, il y a encore de la place' })).toBeVisible();
	await expect(page.locator('.departures .departure')).not.toHaveCount(0);
	await expect(page.locator('main a[href="/fr/help/callback"]')).toBeVisible();

	await expect(page.locator(`[id="session-${session()}"]`)).toBeChecked();
	await page.getByRole('button', { name: 'Me mettre sur la liste d’attente' }).click();
	await expect(page).toHaveURL(/\/fr\/bookings\?joined=/);
	await expect(page.locator('.held')).toContainText('sur la liste d’attente');
	await expect(page.locator('.held')).toContainText('Ce n’est pas une réservation.');

	await cancelBooking(deps, operator, { booking });
	const other = await newPerson(deps);
	const jumper = await bookSeat(deps, operator, {
		dossier: other.dossier,
		session: session(),
		key: randomUUID(),
	});
	expect(jumper).toMatchObject({ reason: 'full' });

	await page.reload();
	await expect(page.locator('main .notice h2').last()).toHaveText('Une place est libre pour vous');
	await expect(page.locator('main .notice').last()).toContainText('Répondez avant');
	await page.getByRole('link', { name: 'Réserver ma place' }).click();
	await page.locator('#answers .button--main').click();
	await expect(page.locator('main .notice h2')).toHaveText('Votre place est réservée');
	await expect(page.locator('.held--waiting')).toHaveCount(0);
});

test('without scripts: leaving the line asks once more', async ({ noScript: page, deps }) => {
	const { id, session } = await ownSession(deps, { seats: 1 });
	await give(deps, session());
	const { code } = await newPerson(deps);
	await signIn(page, code, `/fr/courses/${id}?session=${session()}`);
	await page.getByRole('button', { name: 'Me mettre sur la liste d’attente' }).click();
	await page.getByRole('link', { name: /^Quitter la liste d’attente/ }).click();
	await page.getByRole('button', { name: 'Oui, quitter la liste' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous n’êtes plus sur la liste d’attente');
	await expect(page.locator('.held')).toHaveCount(0);
});

test('a session is named by its day, date, time, place, language and free seats, in lists and among choices', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await ownSession(deps, { seats: 4 });
	const named =
		/(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d{1,2}(?:er)? \p{L}+ \d{4}.*\d\d:\d\d.*\d\d:\d\d.*Place de la Démonstration.*arabe.*\d+ places? libres?/su;
	await page.goto('/fr/courses?free=yes&spoken=ar');
	const links = page.locator('.timetable').getByRole('link');
	await expect(links).not.toHaveCount(0);
	await expect(page.locator('.timetable').getByRole('link', { name: named })).toHaveCount(
		await links.count(),
	);
	await page.goto(`/fr/courses/${id}`);
	const choice = page.getByRole('radio', { name: named });
	await expect(choice).toHaveCount(1);
	await expect(page.getByRole('radio', { name: /4 places libres/ })).toHaveAttribute('value', session());
});

test('a search is an address: it narrows, says how many it found, and keeps its answers in the next language', async ({
	noScript: page,
}) => {
	await page.goto('/fr/courses');
	const all = Number.parseInt((await page.locator('#found').textContent()) ?? '', 10);
	await page.locator('.search > summary').click();
	await page.locator('#kind').selectOption('language_course');
	await page.locator('#dayPart').selectOption('evening');
	await page.locator('#free').check();
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page).toHaveURL(/kind=language_course.*#found$/);
	await expect(page.locator('main').getByRole('status')).toContainText('trouvé');
	const found = Number.parseInt((await page.locator('#found').textContent()) ?? '', 10);
	expect(found).toBeGreaterThan(0);
	expect(found).toBeLessThan(all);
	for (const clock of await page.locator('.departure__clock').allTextContents())
		expect(clock.trim() >= '17:00').toBe(true);
	await page.locator('details[data-languages] summary').click();
	await page.locator('details[data-languages] [lang="nl"]').click();
	await expect(page).toHaveURL(/\/nl\/courses\?.*kind=language_course/);
	await expect(page.locator('#dayPart')).toHaveValue('evening');
	await expect(page.locator('#free')).toBeChecked();

	await page.goto('/fr/courses?spoken=tlh&dayPart=midnight');
	await expect(page.locator('#found')).toHaveText('Aucun groupe trouvé');
	await expect(page.locator('main a[href="/fr/help/callback"]')).toBeVisible();
});

test('the session that was chosen stays chosen in the next language', async ({ noScript: page, deps }) => {
	const { id, session } = await ownSession(deps, { sessions: 3 });
	await page.goto(`/fr/courses/${id}`);
	await page.locator(`[id="session-${session(2)}"]`).check();
	await page.locator('details[data-languages] summary').click();
	await page.locator('details[data-languages] [lang="ar"]').click();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.locator(`[id="session-${session(2)}"]`)).toBeChecked();
});

test('the same form sent again, also ten times at once, is one booking and one answer', async ({ deps }) => {
	const { id, session } = await ownSession(deps);
	const { code } = await newPerson(deps);
	const visitor = newVisitor(origin());
	await signInByForm(visitor, { code, birthDate: '1985-07-30' });
	const fields = { key: randomUUID() };
	const send = async () =>
		(await visitor.post(`/fr/courses/${id}/${session()}?/book`, fields)).headers.get('location');
	const answers = new Set(await Promise.all(Array.from({ length: 10 }, send)));
	expect([...answers]).toEqual([expect.stringMatching(/^\/fr\/bookings\?booked=/)]);
	expect(await send()).toBe([...answers][0]);
});

test('whatever is sent, nothing breaks and nothing is booked', async ({ deps }) => {
	const { id, session } = await ownSession(deps);
	const { code } = await newPerson(deps);
	const visitor = newVisitor(origin());
	await signInByForm(visitor, { code, birthDate: '1985-07-30' });
	const odd = [
		'',
		' ',
		'\u0000',
		`${session()}\u0000`,
		'x'.repeat(100_000),
		'\u202eabc',
		'../..',
		'ســ',
		'٣',
	];
	const statuses = new Set<number>();
	for (const text of odd) {
		for (const [path, fields] of [
			[`/fr/courses/${id}?/hold`, { session: text }],
			[`/fr/courses/${id}/${session()}?/extend`, { extended: text }],
			[`/fr/courses/${id}/${session()}?/move`, { booking: text, key: text }],
			['/fr/bookings?/move', { booking: text, session: text, key: text }],
			['/fr/bookings?/decline', { session: text }],
			[`/fr/courses/${id}?/join`, { session: text }],
			['/fr/bookings?/cancel', { booking: text }],
			['/fr/bookings?/leave', { session: text }],
		] as [string, Record<string, string>][])
			statuses.add((await visitor.post(path, fields)).status);
		const written = encodeURIComponent(text.slice(0, 2_000));
		for (const path of [
			`/fr/courses/${written}`,
			`/fr/courses?page=${written}&spoken=${written}&office=${written}`,
			`/fr/courses/${id}?session=${written}`,
			`/fr/courses/${id}/${written}`,
			`/fr/bookings?cancel=${written}&leave=${written}`,
			`/fr/bookings?move=${written}`,
			`/fr/bookings?decline=${written}`,
		])
			statuses.add((await visitor.ask(path)).status);
	}
	expect([...statuses].filter((status) => status >= 500)).toEqual([]);
	expect(await (await visitor.ask('/fr/bookings')).text()).toContain('Vous n’avez pas encore de place.');
});

/** Presses a key until it reaches something, as people do who have no pointer. */
const reachWith = (page: Page) => async (key: string, until: string) => {
	for (let times = 0; times < 60; times++) {
		if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`the keyboard does not reach ${until}`);
};

test('with the keyboard only: choose, book, give back', async ({ page, deps }) => {
	const { id, session } = await comeTo(page, deps, { sessions: 2 });
	const press = reachWith(page);
	await page.locator('h1').waitFor();
	await press('Tab', '[name="session"]');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator(`[id="session-${session(1)}"]`)).toBeChecked();
	await press('Tab', '#answers .button--main');
	await page.keyboard.press('Enter');
	await page.waitForURL(`/fr/courses/${id}/${session(1)}`);
	await press('Tab', '#answers .button--main');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/fr\/bookings\?booked=/);
	await press('Tab', '.held a.button[href^="?cancel"]');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\?cancel=/);
	await press('Tab', 'main .button--careful');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\?cancelled/);
});

test('with the keyboard only: move a seat, and leave one that is offered', async ({ page, deps }) => {
	const { session } = await ownSession(deps, { sessions: 2 });
	const { dossier, code } = await newPerson(deps);
	await give(deps, session(), dossier);
	await signIn(page, code, '/fr/bookings');
	const press = reachWith(page);
	await page.locator('h1').waitFor();
	await press('Tab', '.held a.button[href^="?move"]');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\?move=/);
	await press('Tab', '[name="session"]');
	await page.keyboard.press('Space');
	await press('Tab', '#answers .button--main');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\?moved=/);
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez changé de groupe');

	await offered(deps, dossier, { from: '2030-03-04', cells: { kind: 'citizenship' } });
	await page.goto('/fr/bookings');
	await page.locator('h1').waitFor();
	await press('Tab', 'a.button[href^="?decline"]');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\?decline=/);
	await press('Tab', 'main .button--careful');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\?declined=/);
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez laissé la place');
});

const choose = async (page: Page, id: string, session: string) => {
	await page.goto(`/fr/courses/${id}`);
	await page.locator(`[id="session-${session}"]`).check();
	await page.locator('#answers .button--main').click();
	await page.waitForURL(`/fr/courses/${id}/${session}`);
};
const confirm = (page: Page) => page.getByRole('button', { name: 'Réserver cette place' }).click();

test('two windows, the back button and a double click: one booking, and kind words', async ({
	noScript: page,
	deps,
}) => {
	const { id, session, dossier } = await comeTo(page, deps, { sessions: 2, seats: 1 });
	await choose(page, id, session());
	const other = await page.context().newPage();
	await other.goto(`/fr/courses/${id}/${session()}`);
	await page.getByRole('button', { name: 'Réserver cette place' }).dblclick();
	await expect(page).toHaveURL(/\/fr\/bookings\?booked/);
	await confirm(other);
	await expect(other.locator('main .notice h2')).toHaveText('Votre place est réservée');
	await page.goBack();
	await expect(page.locator('h1')).toHaveText('Votre place est réservée');
	await expect(page.getByRole('button', { name: 'Réserver cette place' })).toHaveCount(0);
	await page.goBack();
	await expect(page.locator('main .notice')).toContainText('Vous avez une place dans ce groupe');
	expect(await deps.store.look((tx) => tx.bookings.ofDossier(dossier))).toHaveLength(1);
});

test('a seat that was given back is not said to be booked again, whichever way one goes back', async ({
	noScript: page,
	deps,
}) => {
	const { id, session, dossier } = await comeTo(page, deps);
	await choose(page, id, session());
	await confirm(page);
	await page.locator('.held a.button[href^="?cancel"]').click();
	await page.locator('main .button--careful').click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez rendu votre place');
	const news = page.locator('main .notice h2').first();
	await page.goBack();
	await page.goBack();
	await page.reload();
	await expect(page).toHaveURL(/\?booked=/);
	await expect(news).toHaveText('Cette place n’est plus à vous');
	await page.goto('/fr/bookings?booked');
	await expect(news).toHaveText('Cette place n’est plus à vous');
	await choose(page, id, session());
	await confirm(page);
	await expect(news).toHaveText('Votre place est réservée');
	await page.goto('/fr/bookings?cancelled=' + session());
	await expect(page.getByText('Vous avez rendu votre place')).toHaveCount(0);
	expect(await deps.store.look((tx) => tx.bookings.ofDossier(dossier))).toHaveLength(1);
});

test('who has a seat in a course is led to change groups, and nobody gets two', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await ownSession(deps, { sessions: 2, apart: 70 });
	const { dossier, code } = await newPerson(deps);
	await give(deps, session(), dossier);
	await signIn(page, code, `/fr/courses/${id}`);
	await choose(page, id, session(1));
	await expect(page.locator('.notice--careful h2')).toHaveText('Vous avez déjà une place dans ce cours');
	await expect(page.getByRole('button', { name: 'Réserver cette place' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Prendre cette place et rendre l’autre' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez changé de groupe');
	const standing = await deps.store.look((tx) => tx.bookings.ofDossier(dossier));
	expect(standing.map((each) => each.session)).toEqual([session(1)]);
});

test('who books hears how to be reminded, and what of their needs is not sure', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await comeTo(page, deps);
	await choose(page, id, session());
	await page.getByRole('checkbox', { name: /langue des signes/i }).check();
	await confirm(page);
	await expect(page.locator('.held')).toContainText('langue des signes');
	await page.getByRole('link', { name: /Choisir comment recevoir les rappels/ }).click();
	await expect(page).toHaveURL(/\/fr\/me#message-ways$/);
	await page.locator('#message-ways input[value="none"]').check();
	await page.locator('#message-ways #answers button').click();
	await page.goto('/fr/bookings');
	await expect(page.getByRole('link', { name: /Choisir comment recevoir les rappels/ })).toHaveCount(0);
});

test('what was ticked while booking stays when the language changes and when one signs in again', async ({
	noScript: page,
	deps,
}) => {
	const { id, session, dossier, code } = await comeTo(page, deps);
	await choose(page, id, session());
	const childcare = page.locator('#need-childcare');
	await childcare.check();
	await page.locator('header details > summary').first().click();
	await page.getByRole('button', { name: 'Nederlands' }).click();
	await expect(page).toHaveURL(`/nl/courses/${id}/${session()}`);
	await expect(childcare).toBeChecked();
	await page.locator('#need-step_free').check();
	await signOutEverywhere(deps, { kind: 'newcomer', id: dossier, channel: 'web', device: null });
	await page.locator('#answers .button--main').click();
	await fillIn(page, code);
	await expect(page).toHaveURL(`/nl/courses/${id}/${session()}`);
	await expect(childcare).toBeChecked();
	await expect(page.locator('#need-step_free')).toBeChecked();
});

test('a slow reader has more time three times; what is given up is free again', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await comeTo(page, deps);
	await choose(page, id, session());
	const longer = page.getByRole('button', { name: 'Garder la place plus longtemps' });
	for (let times = 0; times < 3; times++) await longer.click();
	await expect(longer).toHaveCount(0);
	await expect(page.locator('main')).toContainText('Nous ne pouvons pas garder la place plus longtemps.');
	await page.getByRole('button', { name: 'Je ne veux pas cette place' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Nous ne gardons plus cette place');
	await expect(page.getByRole('radio', { name: /5 places libres/ })).toHaveCount(1);
});

test('a hold that ran out is no dead end: the seat if it is free, else the line', async ({
	noScript: page,
	deps,
}) => {
	const { id, session, dossier } = await comeTo(page, deps, { seats: 1 });
	await choose(page, id, session());
	await runOut(deps, dossier);
	await confirm(page);
	await expect(page).toHaveURL(/\/fr\/bookings\?booked=/);

	const second = await ownSession(deps, { seats: 1, from: '2030-03-04', cells: { kind: 'citizenship' } });
	await choose(page, second.id, second.session());
	await runOut(deps, dossier);
	await give(deps, second.session());
	await confirm(page);
	await expect(page.locator('.lead')).toContainText('Cette place n’est plus libre.');
	await page.getByRole('button', { name: 'Me mettre sur la liste d’attente' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous êtes sur la liste d’attente');
});

test('a seat moves to another day, from one’s bookings and where two courses clash', async ({
	noScript: page,
	deps,
}) => {
	const { id, session } = await ownSession(deps, { sessions: 2 });
	const { dossier, code } = await newPerson(deps);
	await give(deps, session(), dossier);
	await signIn(page, code, '/fr/bookings');
	await page.getByRole('link', { name: /^Changer de groupe/ }).click();
	await page.getByRole('button', { name: 'Prendre cette place' }).click();
	await expect(page.locator('#error-summary')).toContainText('Choisissez d’abord un groupe.');
	await page.locator(`[id="session-${session(1)}"]`).check();
	await page.getByRole('button', { name: 'Prendre cette place' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez changé de groupe');
	await expect(page.locator('.held')).toHaveCount(1);
	const standing = () => deps.store.look((tx) => tx.bookings.ofDossier(dossier));
	expect((await standing()).map((each) => each.session)).toEqual([session(1)]);

	const { id: other, session: clashing } = await ownSession(deps, { sessions: 2 });
	await choose(page, other, clashing(1));
	await expect(page.locator('.notice--careful h2')).toHaveText('Vous avez déjà un cours à cette heure');
	await expect(page.getByRole('button', { name: 'Réserver cette place' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Prendre cette place et rendre l’autre' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez changé de groupe');
	expect((await standing()).map((each) => each.session)).toEqual([clashing(1)]);
	expect(id).not.toBe(other);
});

test('whoever takes an offered seat is asked what they need, once', async ({ noScript: page, deps }) => {
	const { dossier, code } = await newPerson(deps);
	await offered(deps, dossier);
	await signIn(page, code, '/fr/bookings');
	await page
		.locator('.held')
		.getByRole('link', { name: /^Réserver ma place/ })
		.click();
	await page.locator('#need-childcare').check();
	await page.locator('#answers .button--main').click();
	await expect(page.locator('main .notice h2')).toHaveText('Votre place est réservée');
	await offered(deps, dossier, { from: '2030-03-04', cells: { kind: 'citizenship' } });
	await page.goto('/fr/bookings');
	await page.getByRole('button', { name: /^Réserver ma place/ }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Votre place est réservée');
	await expect(page.locator('.held')).toHaveCount(2);
});

test('an offer can be declined, after one more question', async ({ noScript: page, deps }) => {
	const { dossier, code } = await newPerson(deps);
	await offered(deps, dossier);
	await signIn(page, code, '/fr/bookings');
	await page.getByRole('link', { name: /^Je ne veux pas cette place/ }).click();
	await expect(page.locator('h1')).toHaveText('Voulez-vous laisser cette place ?');
	await page.getByRole('button', { name: 'Oui, laisser la place' }).click();
	await expect(page.locator('main .notice h2')).toHaveText('Vous avez laissé la place');
	await expect(page.locator('.held')).toHaveCount(0);
});

test('giving back says what matters: soon, people waiting, a date that stays', async ({
	noScript: page,
	deps,
}) => {
	const { session } = await ownSession(deps, { seats: 1 });
	const { dossier, code } = await newPerson(deps);
	const booking = await give(deps, session(), dossier);
	const waiting = await newPerson(deps);
	await joinWaitingList(deps, operator, { dossier: waiting.dossier, session: session() });
	await signIn(page, code, `/fr/bookings?cancel=${booking}`);
	await expect(page.locator('.notice--careful')).toContainText('D’autres personnes attendent.');
	await expect(page.locator('main')).toContainText('Un autre jour vous va mieux ?');
});

test('in Arabic, without scripts, 320 px wide: choose, confirm, and nothing sticks out', async ({
	noScript: page,
	deps,
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const { id, session } = await ownSession(deps, { sessions: 2 });
	const { code } = await newPerson(deps);
	await page.goto(`/ar/sign-in?to=${encodeURIComponent(`/ar/courses/${id}`)}`);
	await fillIn(page, code);
	const fits = async () =>
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
	await fits();
	await page.locator(`[id="session-${session(1)}"]`).check();
	await page.locator('#answers .button--main').click();
	await expect(page).toHaveURL(`/ar/courses/${id}/${session(1)}`);
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await fits();
	await page.locator('#answers .button--main').click();
	await expect(page).toHaveURL(/\/ar\/bookings\?booked=/);
	await fits();
});
