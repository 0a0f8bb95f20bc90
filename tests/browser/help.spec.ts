import type { Page } from '@playwright/test';
import { operator } from '#lib/services/actor.ts';
import { closeCallback } from '#lib/services/closeCallback.ts';
import { takeInOffices } from '#lib/services/takeInOffices.ts';
import { listCallbacks } from '#lib/services/listCallbacks.ts';
import { listOffices } from '#lib/services/listOffices.ts';
import { openComplaint } from '#lib/services/readComplaints.ts';
import { readFollowCode } from '#lib/domain/followCode.ts';
import { laterTime } from '../support/callWindow.ts';
import { complained, requestPageOf, requestStates } from '../support/helpStates.ts';
import { expect, origin, test } from '../support/test.ts';

const send = (page: Page) => page.locator('main form#answers .button--main').click();
const number = () => `0470 ${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`;
const codeIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

test('without scripts or account: a subject and a number are enough, and the code leads back', async ({
	noScript: page,
	deps,
}) => {
	await page.goto('/fr/help');
	await page.locator('main a[href="/fr/help/callback"]').first().click();
	await page.getByLabel('Un cours').check();
	await page.locator('#number').fill(number());
	await (await laterTime(page)).check();
	await send(page);
	await expect(page).toHaveURL(/\/fr\/help\/callback\/[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
	const code = codeIn(page);
	await expect(page.locator('.follow-code bdi')).toHaveText(code);
	const { value: queue } = await listCallbacks(deps, operator);
	expect(queue.find((each) => each.code === readFollowCode(code))).toMatchObject({
		topic: 'course',
		language: 'fr',
		way: 'phone',
	});

	await page.goto('/fr/help');
	await page.locator('#code').fill(code.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: 'Voir ma demande' }).click();
	await expect(page.locator('.follow-code bdi')).toHaveText(code);
});

test('in Arabic the code stands under its label, where the page begins, and reads from the left', async ({
	noScript: page,
}) => {
	await page.goto('/ar/help/callback');
	await page.locator('#topic').check();
	await page.locator('#number').fill(number());
	await (await laterTime(page)).check();
	await send(page);
	await expect(page.locator('.follow-code bdi')).toBeVisible();
	const [label, code] = await page.locator('.follow-code > *').evaluateAll((parts) =>
		parts.map((part) => {
			const range = document.createRange();
			range.selectNodeContents(part);
			return {
				right: Math.round(range.getBoundingClientRect().right),
				reads: getComputedStyle(part).direction,
			};
		}),
	);
	expect(label?.reads).toBe('rtl');
	expect(code?.reads).toBe('ltr');
	expect(Math.abs((label?.right ?? 0) - (code?.right ?? 0))).toBeLessThan(4);
});

test('a text far too long is answered with a page that says so', async ({ page }) => {
	await page.goto('/fr/help/complaint');
	const answer = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.locator('#answers').evaluate((form: HTMLFormElement) => {
		// In a field that is not drawn: laying so much text out takes a browser minutes.
		const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'words' });
		field.value = 'trop long '.repeat(300_000);
		form.append(field);
		form.submit();
	});
	expect((await answer).status()).toBe(413);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre texte est trop long');
	await expect(page.locator('a[href="/fr/help/callback"]').first()).toBeVisible();
});

test('what is missing is said beside its field, and nothing typed is lost, in the next language too', async ({
	noScript: page,
}) => {
	await page.goto('/fr/help/callback');
	await page.locator('#number').fill('12');
	await page.getByLabel('Une autre personne aussi').check();
	await page.locator('#otherPerson').fill('ሰላም');
	await page.locator('#language').selectOption('so');
	await send(page);
	await expect(page.locator('.error-summary li')).toHaveCount(2);
	await page.locator('.error-summary a[href="#number"]').click();
	await expect(page.locator('#number')).toBeFocused();
	await expect(page.locator('#number')).toHaveValue('12');

	await page.locator('summary:has-text("Français")').click();
	await page.getByRole('button', { name: 'Nederlands' }).click();
	await expect(page).toHaveURL(/\/nl\/help\/callback/);
	await expect(page.locator('#number')).toHaveValue('12');
	await expect(page.locator('#otherPerson')).toHaveValue('ሰላም');
	await expect(page.locator('#language')).toHaveValue('so');
	await page.locator('#number').fill('٠٤٧٠ ١٢ ٣٤ ٥٦');
	await page.locator('#topic').check();
	await (await laterTime(page)).check();
	await send(page);
	await expect(page.locator('.follow-code bdi')).toBeVisible();
});

test('a language that nobody chose is that of the page, in the next language too', async ({
	noScript: page,
}) => {
	await page.goto('/fr/help/callback');
	await page.locator('#number').fill('12');
	const language = page.locator('#language');
	await expect(language).toHaveValue('fr');
	const speak = async (from: string, to: string) => {
		await page.locator(`.language summary:has-text("${from}")`).click();
		await page.locator('.language').getByRole('button', { name: to }).click();
	};
	await speak('Français', 'العربية');
	await expect(page.locator('#number')).toHaveValue('12');
	await expect(language).toHaveValue('ar');
	await send(page);
	await expect(page.locator('#number-error')).toBeVisible();
	await speak('العربية', 'Nederlands');
	await expect(language).toHaveValue('nl');
	await language.selectOption('tr');
	await speak('Nederlands', 'Türkçe');
	await speak('Türkçe', 'Français');
	await expect(language).toHaveValue('tr');
});

test('each way asks only what it needs', async ({ noScript: page }) => {
	await page.goto('/fr/help/callback');
	const shown = async () => {
		const fields = ['number', 'email', 'office', 'pickUp', 'sayWho'];
		const seen: string[] = [];
		for (const field of fields) if (await page.locator(`#${field}`).isVisible()) seen.push(field);
		return seen;
	};
	expect(await shown()).toEqual(['number', 'pickUp', 'sayWho']);
	await page.getByLabel('Par e-mail').check();
	expect(await shown()).toEqual(['email']);
	await page.getByLabel('En langue des signes, par vidéo').check();
	expect(await shown()).toEqual(['number', 'email', 'pickUp', 'sayWho']);
	await page.getByLabel('Je viens au guichet').check();
	expect(await shown()).toEqual(['office']);
});

test('two people asking for the last place: one is offered the next ones, with all answers kept', async ({
	noScript: page,
}) => {
	await page.goto('/fr/help/callback');
	await page.locator('#topic').check();
	await page.locator('#number').fill(number());
	const past = await page.locator('#window').getAttribute('value');
	// What a page left open for a day would send.
	await page
		.locator('#window')
		.evaluate((input: HTMLInputElement) => input.setAttribute('value', '2020-01-06T08:00:00.000Z'));
	await send(page);
	await expect(page.locator('#window-error')).toBeVisible();
	await expect(page.locator('#topic')).toBeChecked();
	await expect(page.locator('#window')).toHaveValue(past ?? '');
	await (await laterTime(page)).check();
	await send(page);
	await expect(page.locator('.follow-code bdi')).toBeVisible();
});

test('asking again for a time that is not free any more leads to the request that stands, and to other times', async ({
	noScript: page,
}) => {
	const typed = number();
	const ask = async (gone: boolean) => {
		await page.goto('/fr/help/callback');
		await page.locator('#topic').check();
		await page.locator('#number').fill(typed);
		const time = await laterTime(page);
		// What a page left open for a day would send.
		if (gone) await time.evaluate((input: HTMLInputElement) => (input.value = '2020-01-06T08:00:00.000Z'));
		await time.check();
		await send(page);
	};
	await ask(false);
	const code = codeIn(page);
	const when = await page.locator('section:has(#line-title) li').nth(1).innerText();
	await ask(true);
	await expect(page).toHaveURL(new RegExp(`/fr/help/callback/${code}\\?not_free$`));
	await expect(page.locator('main').getByText('n’est plus libre')).toBeVisible();
	expect(await page.locator('section:has(#line-title) li').nth(1).innerText()).toBe(when);
	await expect(page.locator('form[action="?/move"] input[name="window"]').first()).toBeVisible();
});

test('the same number and subject again: the same code here, a code of its own elsewhere, one request', async ({
	browser,
	deps,
}) => {
	const typed = number();
	const ask = async (page: Page, way: (digits: string) => string) => {
		await page.goto(`${origin()}/fr/help/callback`);
		await page.getByLabel('Une attestation').check();
		await page.locator('#number').fill(way(typed));
		await (await laterTime(page)).check();
		await send(page);
		await expect(page.locator('.follow-code bdi')).toBeVisible();
		return codeIn(page);
	};
	const here = await (await browser.newContext()).newPage();
	const elsewhere = await (await browser.newContext()).newPage();
	const first = await ask(here, (digits) => digits);
	expect(await ask(here, (digits) => digits.replace('0', '+32 '))).toBe(first);
	await expect(here.getByText('Vous aviez déjà demandé.')).toBeVisible();
	const second = await ask(elsewhere, (digits) => digits.replaceAll(' ', '/'));
	expect(second).not.toBe(first);
	await expect(elsewhere.getByText('Vous aviez déjà demandé.')).toHaveCount(0);
	const { value: queue } = await listCallbacks(deps, operator);
	const codes = queue.map(({ code }) => code);
	expect(codes).toContain(readFollowCode(first));
	expect(codes).not.toContain(readFollowCode(second));
	await here.context().close();
	await elsewhere.context().close();
});

test('a request is moved to another time, and cancelled', async ({ noScript: page, deps }) => {
	await page.goto(`/fr${await requestStates['waiting']?.(deps)}`);
	const before = await page.locator('.stop--here .stop__detail').textContent();
	await page.locator('summary', { hasText: 'Choisir un autre moment' }).click();
	await page.locator('input[name="window"]').last().check();
	await page.getByRole('button', { name: 'Changer le moment' }).click();
	await expect(page).toHaveURL(/\?moved$/);
	await expect(page.locator('.stop--here .stop__detail')).not.toHaveText(before ?? '');
	await page.locator('summary', { hasText: 'Annuler la demande' }).click();
	await page.getByRole('button', { name: 'Annuler ma demande' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre demande est terminée');
	await expect(page.locator('main a[href="/fr/help/callback"]')).toBeVisible();
});

test('every state says the truth and what works today', async ({ page, deps }) => {
	const words = {
		late: 'Nous sommes en retard',
		again: 'Nous essayons à une autre heure.',
		handed_on: 'Votre demande reste ouverte.',
		closed: 'Vous avez eu de l’aide.',
		withdrawn: 'Nous ne vous appelons plus pour cette demande.',
	};
	for (const [state, text] of Object.entries(words)) {
		await page.goto(`/fr${await requestStates[state]?.(deps)}`);
		await expect(page.getByText(text).first()).toBeVisible();
	}
	const response = await page.goto('/fr/help/callback/ZZZ-ZZZ-ZZZ');
	expect(response?.status()).toBe(404);
	await expect(page.locator('#code')).toHaveValue('ZZZ-ZZZ-ZZZ');
});

test('who comes to the counter, or asks for an e-mail, reads nothing of calls', async ({ page, deps }) => {
	const calls = /appel|téléphone|essay|répondu/i;
	const about = page.locator('main');
	await page.goto(`/fr${await requestPageOf(deps, { way: 'counter', contact: null, office: 'bapa-bxl' })}`);
	await expect(about).toContainText('Montrez ce code au guichet.');
	await expect(about).not.toContainText(calls);
	await expect(about).not.toContainText('numéro');
	const email = { kind: 'email', value: 'nom@mail.example' } as const;
	await page.goto(`/fr${await requestPageOf(deps, { way: 'email', contact: email })}`);
	await expect(about).toContainText('Ce code est dans notre e-mail.');
	await expect(about).toContainText('Nous ne vous avons pas encore écrit.');
	await expect(about).toContainText('de toutes les demandes');
	await expect(about).not.toContainText(calls);
	await page.goto(
		`/fr${await requestPageOf(deps, { way: 'counter', contact: null, office: 'bapa-bxl' }, 9)}`,
	);
	await expect(about).toContainText('Le moment de votre visite est passé');
	await expect(about).not.toContainText('en retard');
});

test('who comes to a counter whose hours nobody knows is told so, and finds its card', async ({
	page,
	deps,
}) => {
	const cells = {
		...{ id: 'test-no-hours', kind: 'association', name_fr: 'Sans heures', name_nl: 'Zonder uren' },
		commune: '21016',
	};
	await takeInOffices(deps, operator, [{ row: 2, cells }]);
	const visit = { way: 'counter', contact: null, office: cells.id } as const;
	await page.goto(`/fr${await requestPageOf(deps, visit)}`);
	const lines = page.locator('section[aria-labelledby="line-title"] li');
	await expect(lines.getByText('Nous ne connaissons pas les heures.', { exact: true })).toBeVisible();
	await expect(lines.getByText('Demandez avant de venir', { exact: true })).toBeVisible();
	await expect(page.locator('main')).not.toContainText('Nous sommes prêts');
	await page.getByRole('link', { name: cells.name_fr }).click();
	await expect(page.locator('.office:target')).toContainText(cells.name_fr);
});

test('signed in: the language of the file is chosen, and the request is found again without its code', async ({
	page,
	signIn,
	deps,
}) => {
	await signIn('welcomed', 'tr');
	await page.goto('/fr/help/callback');
	await expect(page.locator('#language')).toHaveValue('tr');
	await page.getByLabel('Une date à respecter').check();
	await page.locator('#number').fill(number());
	await (await laterTime(page)).check();
	await send(page);
	const code = codeIn(page);
	await page.goto('/fr/help');
	await expect(page.locator(`main a[href="/fr/help/callback/${code}"]`)).toBeVisible();
	const closed = await closeCallback(deps, operator, { code, outcome: 'helped' });
	expect(closed.ok).toBe(true);
});

test('a complaint keeps a long text, gets a code, and the words are for those who answer', async ({
	noScript: page,
	deps,
}) => {
	await page.goto('/fr/help/complaint');
	await page.getByLabel('Personne ne répond au téléphone').check();
	await page.getByLabel('La commune', { exact: true }).check();
	const text = 'ሓደ '.repeat(700);
	await page.locator('#words').fill(text);
	await send(page);
	await expect(page.locator('#commune-error')).toHaveCount(0);
	await expect(page.locator('#words-error')).toBeVisible();
	await expect(page.locator('#words')).toHaveValue(text);
	await page.locator('#words').fill('لا أحد يجيب');
	await page.locator('#commune').selectOption('21018');
	await page.locator('#answer').fill('+963 944 123 456');
	await send(page);
	await expect(page).toHaveURL(/\/fr\/help\/complaint\/[0-9A-Z-]{11}$/);
	await expect(page.getByText('a son propre médiateur')).toBeVisible();
	await expect(page.getByText('02 549 67 00')).toHaveCount(0);
	await expect(page.getByText('لا أحد يجيب')).toHaveCount(0);
	expect(await openComplaint(deps, operator, codeIn(page))).toMatchObject({
		value: { words: 'لا أحد يجيب', contact: { kind: 'phone', value: '+963944123456' } },
	});
});

test('a complaint about a commune that is not known gets both ways, and is no dead end', async ({
	noScript: page,
}) => {
	await page.goto('/fr/help/complaint');
	await page.getByLabel('Personne ne répond au téléphone').check();
	await page.getByLabel('La commune', { exact: true }).check();
	await send(page);
	await expect(page).toHaveURL(/\/fr\/help\/complaint\/[0-9A-Z-]{11}$/);
	await expect(page.getByText('Le médiateur dépend de la commune.')).toBeVisible();
	await expect(page.getByText('ont leur propre médiateur')).toBeVisible();
	await expect(page.getByRole('link', { name: /02 549 67 00/ })).toBeVisible();
});

test('a commune and the office of another one are told apart; the office alone says whose ombudsman it is', async ({
	noScript: page,
	deps,
}) => {
	const [own] = await listOffices(deps, { commune: '21018', kind: 'commune' });
	await page.goto('/fr/help/complaint');
	await page.getByLabel('Personne ne répond au téléphone').check();
	await page.getByLabel('La commune', { exact: true }).check();
	await page.locator('#commune').selectOption('21015');
	await page.locator('#office').selectOption(own?.id ?? '');
	await send(page);
	await expect(page.locator('#office-error')).toContainText('Ce bureau est dans une autre commune.');
	await expect(page.locator('#office')).toHaveValue(own?.id ?? '');
	await page.locator('#commune').selectOption('');
	await send(page);
	await expect(page).toHaveURL(/\/fr\/help\/complaint\/[0-9A-Z-]{11}$/);
	await expect(page.getByText('a son propre médiateur')).toBeVisible();
});

test('the ombudsman comes with telephone, hours and address where the commune has none of its own', async ({
	page,
	deps,
}) => {
	await page.goto(`/fr${await complained(deps, 'commune', '21015')}`);
	await expect(page.getByRole('link', { name: /02 549 67 00/ })).toHaveAttribute('href', 'tel:+3225496700');
	await expect(page.getByText('Place de la Vieille Halle aux Blés 1')).toBeVisible();
	await expect(page.locator('.door-sign')).toHaveText(/Ouvert maintenant|Fermé\. Ouvre/);
	await page.goto(`/nl${await complained(deps, 'cpas', '21009')}`);
	await expect(page.getByText(/Het OCMW van .?Elsene.? heeft een eigen ombudsman/)).toBeVisible();
	// Whose complaint is that nobody answers there can ask somebody else for the address.
	const askUs = page.locator('main').getByRole('link', { name: 'Wij kunnen dit adres voor u zoeken.' });
	await expect(askUs).toHaveAttribute('href', '/nl/help/callback');
});
