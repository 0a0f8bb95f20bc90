import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { keepNeeds, readNeeds } from '#lib/services/needs.ts';
import type { Deps } from '#lib/services/ports.ts';
import { formBody } from '../support/badInput.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { expect, origin, test } from '../support/test.ts';
import { cookiesFor, newVisitor, signInByForm } from '../support/visitor.ts';

const birthDate = '1985-07-30';
const newPerson = async (deps: Deps) => {
	const dossier = await openNewcomer(deps, { birthDate });
	const visitor = newVisitor(origin());
	await signInByForm(visitor, { code: await giveLetter(deps, dossier), birthDate });
	return { dossier, visitor };
};
const countOf = (text: string | null): number => Number.parseInt(text ?? '', 10) || 0;

test('without scripts: every choice is said and can be given up by itself, and nothing found shows the way out', async ({
	noScript: page,
}) => {
	await page.goto('/fr/courses');
	await page.locator('.search > summary').click();
	await page.locator('#kind').selectOption('language_course');
	await page.getByText('Plus de choix').click();
	await page.locator('#femaleTeacher').check();
	await page.getByLabel('samedi').check();
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page).toHaveURL(/kind=language_course.*day=6/);
	await expect(page.locator('main').getByRole('status')).toHaveText('Aucun groupe trouvé');
	await expect(page).toHaveTitle(/^Aucun groupe trouvé · /);
	await expect(page.locator('.chosen a')).toHaveText([/Cours de langue/, /samedi/i, /professeure/]);
	const ways = page.locator('.without a');
	await expect(ways).not.toHaveCount(0);
	const way = ways.filter({ hasText: /samedi/i });
	const promised = countOf(/: (\d+) /.exec((await way.textContent()) ?? '')?.[1] ?? '');
	expect(promised).toBeGreaterThan(0);
	await way.click();
	await expect(page).not.toHaveURL(/day=/);
	expect(countOf(await page.locator('#found').textContent())).toBe(promised);
	await expect(page).toHaveTitle(new RegExp(`^${promised} `));
	await expect(page.locator('main a[href="/fr/help/callback"]')).toHaveCount(0);
	await page.locator('.chosen a').last().click();
	await expect(page.locator('.chosen a')).toHaveCount(1);
});

test('a place is a postcode, a commune in either language, or nothing at all', async ({ noScript: page }) => {
	const found = async (place: string) => {
		await page.goto(`/fr/courses?place=${encodeURIComponent(place)}`);
		return countOf(await page.locator('#found').textContent());
	};
	const schaerbeek = await found('1030');
	expect(schaerbeek).toBeGreaterThan(0);
	expect(await found('Schaarbeek')).toBe(schaerbeek);
	const all = await found('');
	expect(await found('Atlantis')).toBe(all);
	expect(all).toBeGreaterThan(schaerbeek);
});

test('without scripts: needs are said once on one’s own page, and a search can be narrowed to them', async ({
	noScript: page,
	deps,
}) => {
	const { visitor } = await newPerson(deps);
	await page.context().addCookies(cookiesFor(visitor.cookies, origin()));
	await page.goto('/fr/me');
	await expect(page.locator('#needs input:checked')).toHaveCount(0);
	await expect(page.locator('#needLanguage')).toBeHidden();
	await page.getByLabel('Un interprète', { exact: true }).check();
	await page.locator('#needLanguage').selectOption('ti');
	await page.getByLabel('Une garde d’enfants').check();
	await page.getByRole('button', { name: 'Garder ces besoins' }).click();
	await expect(page).toHaveURL(/kept=needs/);
	await expect(page.locator('main .notice')).toContainText('nous savons de quoi vous avez besoin');
	await expect(page.locator('#needs input:checked')).toHaveCount(2);
	await expect(page.locator('#needLanguage')).toHaveValue('ti');

	await page.goto('/fr/courses?kind=language_course');
	await page.getByRole('link', { name: 'Avec ce dont j’ai besoin' }).click();
	await expect(page).toHaveURL(/kind=language_course&childcare=yes/);
	await expect(page.getByRole('link', { name: 'Avec ce dont j’ai besoin' })).toHaveCount(0);
	for (const line of await page.locator('.departure').allTextContents())
		expect(line).toContain('garde d’enfants');
});

test('without scripts: needs are asked once, where a seat is confirmed, and go with every booking', async ({
	noScript: page,
	deps,
}) => {
	const { dossier, visitor } = await newPerson(deps);
	await page.context().addCookies(cookiesFor(visitor.cookies, origin()));
	const choose = async (session: string) => {
		await page.goto(`/fr/courses/${session.replace(/-\d+$/, '')}?session=${session}`);
		await page.locator(`[id="session-${session}"]`).check();
		await page.getByRole('button', { name: 'Choisir ce groupe' }).click();
	};
	await choose('via-schaerbeek-rights-2');
	await page.getByLabel('Un interprète en langue des signes').check();
	const which = page.getByLabel('Quelle langue des signes ?');
	await expect(which).toHaveValue('sfb');
	await which.selectOption('vgt');
	await page.locator('#answers .button--main').click();
	await expect(page).toHaveURL(/\/fr\/bookings\?booked=/);
	const kept = await readNeeds(deps, operator, { dossier });
	expect(kept.ok && kept.value).toEqual({
		codes: ['sign_language'],
		interpreterLanguage: null,
		signLanguage: 'vgt',
	});

	await choose('taal-en-thuis-nl-a2-evening-2');
	await expect(page.locator('[name="need"]')).toHaveCount(0);
	await expect(page.locator('main')).toContainText('Pas encore sûr dans ce groupe');
	await expect(page.locator('main')).toContainText('en langue des signes (Langue des signes flamande (VGT))');
});

test('every date of a group is a step away, without the public holidays', async ({ noScript: page }) => {
	await page.goto('/fr/courses/cours-senne-fr-a1.1');
	const dates = page.locator('.dates').first();
	await dates.locator('summary').click();
	await expect(dates.locator('time')).toHaveCount(20);
	const days = await dates
		.locator('time')
		.evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
	expect(days).toEqual([...new Set(days)].toSorted());
});

const book = async (deps: Deps, dossier: string, session: string) => {
	const seat = await bookSeat(deps, operator, { dossier, session, key: randomUUID() });
	if (!seat.ok) throw new Error(seat.reason);
	return seat.value.booking;
};

test('the calendar file: one’s own only, read by another reader, cancelled when the seat is given back', async ({
	deps,
}) => {
	const { dossier, visitor } = await newPerson(deps);
	const other = await newPerson(deps);
	const booking = await book(deps, dossier, 'taal-en-thuis-nl-a2-evening-1');
	const address = `/ar/bookings/${booking}.ics`;
	expect(await (await visitor.ask('/ar/bookings')).text()).toContain(address);

	const answer = await visitor.ask(address);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="halte-[0-9a-f]+\.ics"$/);
	expect(answer.headers.get('cache-control')).toContain('no-store');
	const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
	expect(calendar.getAllSubcomponents('vevent')).toHaveLength(24);
	expect(String(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary'))).toMatch(
		/\p{Script=Arabic}/u,
	);

	expect((await other.visitor.ask(address)).status).toBe(404);
	expect((await visitor.ask('/fr/bookings/none.ics')).status).toBe(404);
	expect((await visitor.ask(`/fr/bookings/${encodeURIComponent('\u0000')}.ics`)).status).toBeLessThan(500);
	const nobody = await newVisitor(origin()).ask(address);
	expect(nobody.headers.get('location')).toContain('/ar/sign-in?to=');

	await cancelBooking(deps, operator, { booking });
	const after = new ICAL.Component(ICAL.parse(await (await visitor.ask(address)).text()));
	expect(after.getFirstPropertyValue('method')).toBe('CANCEL');
	expect(after.getAllSubcomponents('vevent')).toHaveLength(24);
});

test('whatever is asked of the search or said as a need is answered', async ({ deps }) => {
	const { dossier, visitor } = await newPerson(deps);
	await keepNeeds(deps, operator, {
		dossier,
		needs: { codes: ['step_free'], interpreterLanguage: null, signLanguage: null },
	});
	const odd = [
		'',
		' ',
		'\u0000',
		'\u202eabc',
		'\ud800',
		'٣',
		'-1',
		'1e309',
		'__proto__',
		'<b>',
		'x'.repeat(300),
	];
	const names = [
		...['kind', 'spoken', 'taught', 'level', 'place', 'dayPart', 'day', 'office', 'page'],
		...['childcare', 'stepFree', 'femaleTeacher', 'free'],
	];
	const statuses = new Set<number>();
	for (const text of odd) {
		const all = formBody(names.map((name) => [name, text] as const));
		statuses.add((await visitor.ask(`/fr/courses?${all}&${all}`)).status);
		for (const name of names)
			statuses.add((await visitor.ask(`/ar/courses?${formBody([[name, text]])}`)).status);
		const body = formBody([
			['need', text],
			['need', 'interpreter'],
			['needLanguage', text],
		]);
		const headers = { origin: origin(), 'content-type': 'application/x-www-form-urlencoded' };
		statuses.add((await visitor.ask('/fr/me?/needs', { method: 'POST', headers, body })).status);
	}
	expect([...statuses].filter((status) => status !== 200 && status !== 303)).toEqual([]);
});
